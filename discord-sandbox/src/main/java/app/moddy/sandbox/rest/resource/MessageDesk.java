package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.form.MessageForm;
import app.moddy.sandbox.world.Channel;
import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Intents;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.Space;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes, edits and deletes the messages of the bot, with the events; the forms are checked before. */
final class MessageDesk {
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    /** What a bot may set: SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_COMPONENTS_V2. */
    private static final int SETTABLE_FLAGS = SUPPRESS_EMBEDS | 1 << 12 | MessageForm.COMPONENTS_V2;

    private final World world;

    MessageDesk(World world) {
        this.world = world;
    }

    /**
     * Writes a message.
     *
     * @param flags those that Discord sets by itself
     * @param extra what answers to interactions have besides
     */
    Message write(Channel channel, JsonNode body, int flags, ObjectNode extra) {
        ObjectNode json = Json.object().put("id", world.ids().next()).put("channel_id", channel.id());
        json.put("type", 0).put("content", Space.trimmed(body.path("content").asText("")));
        json.set("author", world.users().self().json());
        json.put("timestamp", Json.time(world.clock().now())).putNull("edited_timestamp");
        json.put("tts", body.path("tts").asBoolean()).put("pinned", false);
        json.putArray("attachments");
        json.set("embeds", MessageJson.embeds(body.path("embeds")));
        json.set("components", MessageJson.components(body.path("components")));
        json.put("flags", (body.path("flags").asInt() & SETTABLE_FLAGS) | flags);
        Mentions.write(world, channel, json, body.path("allowed_mentions"));
        json.setAll(extra);
        String nonce = Json.present(body.path("nonce")) ? body.path("nonce").asText() : null;
        Message message = new Message(channel, world.users().self(), json, nonce);
        tell("MESSAGE_CREATE", message, message.sent());
        if ((message.flags() & Message.LOADING) == 0) {
            world.announce(message);
        }
        return message;
    }

    /** Replaces what the body names; what it does not name stays. */
    void edit(Message message, JsonNode body, JsonNode defaultMentions) {
        ObjectNode json = message.live();
        boolean wasLoading = (message.flags() & Message.LOADING) != 0;
        if (body.has("content")) {
            json.put("content", Space.trimmed(body.path("content").asText("")));
            JsonNode allowed = body.path("allowed_mentions");
            Mentions.write(world, message.channel(), json, allowed.isObject() ? allowed : defaultMentions);
        }
        if (body.has("embeds")) {
            json.set("embeds", MessageJson.embeds(body.path("embeds")));
        }
        if (body.has("components")) {
            json.set("components", MessageJson.components(body.path("components")));
        }
        json.put("flags", flagsAfter(message.flags(), body.path("flags")));
        if (!wasLoading) {
            json.put("edited_timestamp", Json.time(world.clock().now()));
        }
        tell("MESSAGE_UPDATE", message, message.fetched());
        if (wasLoading) {
            world.announce(message);
        }
    }

    private static int flagsAfter(int before, JsonNode asked) {
        int kept = before & ~Message.LOADING;
        if (!asked.isNumber()) {
            return kept;
        }
        int set = asked.asInt() & (SUPPRESS_EMBEDS | MessageForm.COMPONENTS_V2);
        return (kept & ~SUPPRESS_EMBEDS) | set;
    }

    /** Whether there would be nothing to see after this edit. */
    static boolean wouldBeEmpty(Message message, JsonNode body) {
        for (String key : List.of("content", "embeds", "components", "attachments")) {
            JsonNode value = body.has(key) ? body.path(key) : message.live().path(key);
            if (Json.present(value)) {
                return false;
            }
        }
        return true;
    }

    void delete(Message message) {
        message.delete();
        ObjectNode data = Json.object().put("id", message.id());
        data.put("channel_id", message.channel().id());
        tell("MESSAGE_DELETE", message, data);
    }

    private void tell(String event, Message message, ObjectNode data) {
        if (message.isEphemeral()) {
            return;
        }
        Guild guild = message.channel().guild();
        if (guild == null) {
            world.dispatch(event, data.put("channel_type", 1), Intents.DIRECT_MESSAGES);
            return;
        }
        data.put("channel_type", 0).put("guild_id", guild.id());
        Member bot = world.guilds().botIn(guild);
        if (bot != null) {
            data.set("member", bot.partialJson());
        }
        world.dispatch(event, data, Intents.GUILD_MESSAGES);
    }
}
