package app.moddy.sandbox.interaction;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Role;
import app.moddy.sandbox.world.User;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What the ids among the values of options stand for. */
final class Resolved {
    private final @Nullable Guild guild;
    private final ObjectNode json = Json.object();

    Resolved(@Nullable Guild guild) {
        this.guild = guild;
    }

    ObjectNode json() {
        return json;
    }

    String add(User user) {
        json.withObjectProperty("users").set(user.id(), user.json());
        Member member = guild == null ? null : guild.member(user);
        if (member != null) {
            ObjectNode partial = member.partialJson().put("permissions", Long.toString(member.permissions()));
            json.withObjectProperty("members").set(user.id(), partial);
        }
        return user.id();
    }

    String add(Role role) {
        json.withObjectProperty("roles").set(role.id(), role.json());
        return role.id();
    }

    String add(Channel channel, long permissions) {
        ObjectNode partial = channel.json().put("permissions", Long.toString(permissions));
        json.withObjectProperty("channels").set(channel.id(), partial);
        return channel.id();
    }

    String add(Attachment attachment, String id) {
        json.withObjectProperty("attachments").set(id, attachment.json(id));
        return id;
    }
}
