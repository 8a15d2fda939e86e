package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.InteractionType;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and edits the messages that answer an interaction. */
final class ReplyDesk {
    private static final int REPLY_TO_COMMAND = 20;

    private final World world;
    private final MessageDesk desk;

    ReplyDesk(World world, MessageDesk desk) {
        this.world = world;
        this.desk = desk;
    }

    Message write(Interaction interaction, JsonNode data, int flags, boolean first) {
        ObjectNode form = data.isObject() ? ((ObjectNode) data).deepCopy() : Json.object();
        if (!form.path("allowed_mentions").isObject()) {
            form.set("allowed_mentions", Mentions.usersOnly());
        }
        // Webhooks know no nonce.
        form.remove("nonce");
        int ephemeral = form.path("flags").asInt() & Message.EPHEMERAL;
        return desk.write(interaction.channel(), form, flags | ephemeral, extra(interaction, first));
    }

    void edit(Interaction interaction, Message message, JsonNode data) {
        desk.edit(message, data, Mentions.usersOnly());
        if (message == interaction.original()) {
            interaction.fill();
        }
    }

    void delete(Message message) {
        desk.delete(message);
    }

    private ObjectNode extra(Interaction interaction, boolean first) {
        String applicationId = world.users().self().id();
        ObjectNode extra = Json.object();
        boolean command = interaction.type() == InteractionType.COMMAND;
        extra.put("type", first && command ? REPLY_TO_COMMAND : 0);
        extra.put("webhook_id", applicationId).put("application_id", applicationId);
        ObjectNode metadata = extra.putObject("interaction_metadata");
        metadata.put("id", interaction.id()).put("type", interaction.type().number());
        metadata.set("user", interaction.user().json());
        Guild guild = interaction.channel().guild();
        metadata.putObject("authorizing_integration_owners").put("0", guild == null ? "0" : guild.id());
        Message source = interaction.source();
        if (command) {
            metadata.put("name", interaction.name()).put("command_type", 1);
        } else if (source != null) {
            metadata.put("interacted_message_id", source.id());
        }
        return extra;
    }
}
