package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Role;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is pinged by a content.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">Allowed mentions</a>
 */
final class Mentions {
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,20})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,20})>");
    private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");

    private Mentions() {}

    /** Sets mentions, mention_roles and mention_everyone by the content and what is allowed. */
    static void write(World world, Channel channel, ObjectNode message, JsonNode allowed) {
        String content = message.path("content").asText();
        ArrayNode users = message.putArray("mentions");
        eachMatch(USER, content, id -> {
            User user = world.users().byId(id);
            if (user != null && isAllowed(allowed, "users", id)) {
                users.add(user.json());
            }
        });
        ArrayNode roles = message.putArray("mention_roles");
        Guild guild = channel.guild();
        eachMatch(ROLE, content, id -> {
            Role role = guild == null ? null : guild.role(id);
            if (role != null && isAllowed(allowed, "roles", id)) {
                roles.add(id);
            }
        });
        boolean everyone = guild != null && EVERYONE.matcher(content).find() && isAllowed(allowed, "everyone", null);
        message.put("mention_everyone", everyone);
    }

    private static void eachMatch(Pattern pattern, String content, Consumer<String> found) {
        Matcher matcher = pattern.matcher(content);
        while (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }

    private static boolean isAllowed(JsonNode allowed, String kind, @Nullable String id) {
        if (allowed.isMissingNode() || allowed.isNull()) {
            return true;
        }
        return contains(allowed.path("parse"), kind) || (id != null && contains(allowed.path(kind), id));
    }

    private static boolean contains(JsonNode array, String text) {
        for (JsonNode item : array) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the default of answers to interactions: only users are parsed. */
    static JsonNode usersOnly() {
        ObjectNode allowed = Json.object();
        allowed.putArray("parse").add("users");
        return allowed;
    }
}
