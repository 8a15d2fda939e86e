package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.rest.form.ChoiceForm;
import app.moddy.sandbox.rest.form.FormErrors;
import app.moddy.sandbox.rest.form.MessageForm;
import app.moddy.sandbox.world.CallbackType;
import app.moddy.sandbox.world.Interaction;
import app.moddy.sandbox.world.InteractionType;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Message;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * The first response to an interaction, due within three seconds.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/receiving-and-responding">Receiving and responding</a>
 */
final class Callbacks {
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final World world;
    private final ReplyDesk desk;

    Callbacks(World world, ReplyDesk desk) {
        this.world = world;
        this.desk = desk;
    }

    Answer respond(Request request) {
        Interaction interaction = world.interactions().byToken(request.part("interaction_token"));
        if (interaction == null || !interaction.id().equals(request.part("interaction_id"))) {
            return DiscordError.UNKNOWN_INTERACTION.answer();
        }
        if (interaction.callback() != null) {
            return DiscordError.ALREADY_ACKNOWLEDGED.answer();
        }
        if (world.clock().now().isAfter(interaction.createdAt().plus(WINDOW))) {
            return DiscordError.UNKNOWN_INTERACTION.answer();
        }
        CallbackType type = CallbackType.of(request.body().path("type").asInt());
        if (type == null || !fits(type, interaction.type())) {
            return invalidType();
        }
        JsonNode data = request.body().path("data");
        return check(type, data).or(() -> emptied(interaction, type, data)).orElseGet(() -> {
            perform(interaction, type, data);
            return request.asks("with_response") ? Answer.ok(json(interaction, type)) : Answer.noContent();
        });
    }

    private static boolean fits(CallbackType callback, InteractionType interaction) {
        boolean autocomplete = interaction == InteractionType.AUTOCOMPLETE;
        return switch (callback) {
            case MESSAGE, DEFERRED_MESSAGE, MODAL -> !autocomplete;
            case DEFERRED_UPDATE, UPDATE_MESSAGE -> interaction == InteractionType.COMPONENT;
            case AUTOCOMPLETE_RESULT -> autocomplete;
        };
    }

    private static Answer invalidType() {
        FormErrors errors = new FormErrors();
        errors.add("type", "INTERACTION_CALLBACK_TYPE_INVALID", "This callback type does not fit the interaction");
        return errors.answer();
    }

    private Optional<Answer> check(CallbackType type, JsonNode data) {
        return switch (type) {
            case MESSAGE -> MessageForm.checkNew(data, "data");
            case UPDATE_MESSAGE -> MessageForm.checkEdit(data, MessageForm.isV2(data), "data");
            case AUTOCOMPLETE_RESULT -> ChoiceForm.checkOffer(data.path("choices"));
            case DEFERRED_MESSAGE, DEFERRED_UPDATE -> Optional.empty();
            case MODAL -> {
                world.problem("The sandbox knows no modals (callback type 9)");
                yield Optional.of(invalidType());
            }
        };
    }

    private static Optional<Answer> emptied(Interaction interaction, CallbackType type, JsonNode data) {
        Message source = interaction.source();
        boolean empty = type == CallbackType.UPDATE_MESSAGE && source != null && MessageDesk.wouldBeEmpty(source, data);
        return empty ? Optional.of(DiscordError.EMPTY_MESSAGE.answer()) : Optional.empty();
    }

    private void perform(Interaction interaction, CallbackType type, JsonNode data) {
        Message source = interaction.source();
        switch (type) {
            case MESSAGE -> interaction.acknowledge(type, desk.write(interaction, data, 0, true));
            case DEFERRED_MESSAGE ->
                interaction.acknowledge(type, desk.write(interaction, flagsOnly(data), Message.LOADING, true));
            case DEFERRED_UPDATE -> interaction.acknowledge(type, source);
            case UPDATE_MESSAGE -> {
                interaction.acknowledge(type, source);
                if (source != null) {
                    desk.edit(interaction, source, data);
                }
            }
            case AUTOCOMPLETE_RESULT -> {
                interaction.acknowledge(type, null);
                interaction.choices(data.path("choices"));
            }
            case MODAL -> throw new IllegalStateException("Modals are refused before");
        }
    }

    private static JsonNode flagsOnly(JsonNode data) {
        return Json.object().put("flags", data.path("flags").asInt());
    }

    private static ObjectNode json(Interaction interaction, CallbackType type) {
        ObjectNode json = Json.object();
        ObjectNode about = json.putObject("interaction").put("id", interaction.id());
        about.put("type", interaction.type().number());
        Message message = interaction.original();
        if (message != null) {
            about.put("response_message_id", message.id());
            about.put("response_message_loading", (message.flags() & Message.LOADING) != 0);
            about.put("response_message_ephemeral", message.isEphemeral());
        }
        if (message != null && !type.isDeferral()) {
            json.putObject("resource").put("type", type.number()).set("message", message.fetched());
        }
        return json;
    }
}
