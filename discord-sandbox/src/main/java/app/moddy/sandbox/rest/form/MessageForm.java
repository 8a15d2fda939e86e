package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The rules for the body of a message, wherever it is sent or edited.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create message</a>
 */
public final class MessageForm {
    /** Flag: the message consists of components only, and stays so. */
    public static final int COMPONENTS_V2 = 1 << 15;

    private static final int MAX_CONTENT = 2000;
    private static final int MAX_NONCE = 25;
    private static final List<String> CONTENTS =
            List.of("content", "embeds", "sticker_ids", "components", "attachments", "poll");

    private MessageForm() {}

    /** Returns what is wrong with a new message, if anything. */
    public static Optional<Answer> checkNew(JsonNode body) {
        return checkNew(body, "");
    }

    /** Returns what is wrong with a new message below a key of the body, if anything. */
    public static Optional<Answer> checkNew(JsonNode body, String root) {
        Optional<Answer> wrong = checkEdit(body, isV2(body), root);
        if (wrong.isPresent()) {
            return wrong;
        }
        boolean empty = CONTENTS.stream().noneMatch(key -> Json.present(body.path(key)));
        return empty ? Optional.of(DiscordError.EMPTY_MESSAGE.answer()) : Optional.empty();
    }

    /** Returns what is wrong with an edit, if anything. */
    public static Optional<Answer> checkEdit(JsonNode body, boolean v2) {
        return checkEdit(body, v2, "");
    }

    /** Returns what is wrong with an edit below a key of the body, if anything. */
    public static Optional<Answer> checkEdit(JsonNode body, boolean v2, String root) {
        FormErrors errors = new FormErrors(root);
        if (!body.isObject()) {
            errors.add("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return Optional.of(errors.answer());
        }
        Shape.wholeNumber(body.path("flags"), "flags", errors);
        Text.max(body.path("content"), "content", MAX_CONTENT, errors);
        EmbedForm.check(body.path("embeds"), errors);
        ComponentForm.check(body.path("components"), v2, errors);
        nonce(body.path("nonce"), errors);
        MentionForm.check(body.path("allowed_mentions"), errors);
        if (v2) {
            onlyComponents(body, errors);
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.answer());
    }

    /** Whether a body asks for a message of components only. */
    public static boolean isV2(JsonNode body) {
        return (body.path("flags").asInt() & COMPONENTS_V2) != 0;
    }

    private static void nonce(JsonNode nonce, FormErrors errors) {
        if (!nonce.isIntegralNumber()) {
            Text.max(nonce, "nonce", MAX_NONCE, errors);
        }
    }

    private static void onlyComponents(JsonNode body, FormErrors errors) {
        for (String key : List.of("content", "embeds", "poll", "sticker_ids")) {
            if (Json.present(body.path(key))) {
                errors.add(
                        key,
                        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                        "The '" + key + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }
}
