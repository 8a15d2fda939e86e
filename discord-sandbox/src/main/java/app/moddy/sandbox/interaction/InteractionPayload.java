package app.moddy.sandbox.interaction;

import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.Permissions;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * INTERACTION_CREATE as Discord sends it.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object">Object</a>
 */
final class InteractionPayload {
    static final int GUILD = 0;
    static final int BOT_DM = 1;

    private static final int ATTACHMENT_SIZE_LIMIT = 10_485_760;

    private InteractionPayload() {}

    static ObjectNode of(World world, Interaction interaction, ObjectNode data) {
        ObjectNode json = Json.object().put("id", interaction.id());
        json.put("application_id", world.users().self().id());
        json.put("type", interaction.type().number())
                .put("token", interaction.token())
                .put("version", 1);
        where(world, json, interaction.channel(), interaction.user());
        json.put("locale", interaction.user().locale()).putArray("entitlements");
        json.put("attachment_size_limit", ATTACHMENT_SIZE_LIMIT);
        Message source = interaction.source();
        if (source != null) {
            json.set("message", source.fetched());
        }
        json.set("data", data);
        return json;
    }

    private static void where(World world, ObjectNode json, Channel channel, User user) {
        Guild guild = channel.guild();
        Member member = guild == null ? null : guild.member(user);
        ObjectNode channelJson = channel.json();
        json.put("channel_id", channel.id()).set("channel", channelJson);
        if (guild == null || member == null) {
            json.set("user", user.json());
            json.put("context", BOT_DM).put("app_permissions", Long.toString(Permissions.ALL));
            json.putObject("authorizing_integration_owners").put("0", "0");
        } else {
            String permissions = Long.toString(member.permissions());
            channelJson.put("permissions", permissions);
            json.set("member", member.json().put("permissions", permissions));
            json.put("context", GUILD);
            guild(world, json, guild);
        }
    }

    private static void guild(World world, ObjectNode json, Guild guild) {
        json.put("guild_id", guild.id()).put("guild_locale", "en-US");
        ObjectNode partial = json.putObject("guild").put("id", guild.id()).put("locale", "en-US");
        partial.putArray("features");
        json.putObject("authorizing_integration_owners").put("0", guild.id());
        Member bot = world.guilds().botIn(guild);
        json.put("app_permissions", Long.toString(bot == null ? 0 : bot.permissions()));
    }
}
