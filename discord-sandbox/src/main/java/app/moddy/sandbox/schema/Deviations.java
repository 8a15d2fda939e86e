package app.moddy.sandbox.schema;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Where Discord's file and Discord itself disagree, measured with real requests and answers. Each body is brought to
 * what the file says before it is checked, so that everything else in it is still checked.
 */
final class Deviations {
    private Deviations() {}

    static JsonNode inRequest(JsonNode sent) {
        JsonNode body = sent.deepCopy();
        recipientAsNumber(body);
        if (body.isArray()) {
            body.forEach(Deviations::command);
        } else {
            command(body);
        }
        return body;
    }

    static JsonNode inAnswer(int status, JsonNode sent) {
        JsonNode body = sent.deepCopy();
        if (status == 429) {
            rateLimitWithoutCode(body);
        }
        if (status >= 400) {
            textCodesInErrors(body.path("errors"));
        }
        return body;
    }

    /** The file wants a text; clients send a number, which Discord takes. */
    private static void recipientAsNumber(JsonNode body) {
        if (body.path("recipient_id").isNumber()) {
            ((ObjectNode) body).put("recipient_id", body.path("recipient_id").asText());
        }
    }

    private static void command(JsonNode body) {
        if (body instanceof ObjectNode command) {
            numbersAsTexts(command);
            permissionsAsText(command);
        }
    }

    /** The file wants numbers in contexts and integration_types; clients send texts, which Discord takes. */
    private static void numbersAsTexts(ObjectNode command) {
        for (String key : List.of("contexts", "integration_types")) {
            if (command.path(key).isArray()) {
                ArrayNode numbers = Json.array();
                command.path(key).forEach(value -> numbers.add(value.asInt()));
                command.set(key, numbers);
            }
        }
    }

    /** The file wants a number; the documents and the clients write the permission bits as a text. */
    private static void permissionsAsText(ObjectNode command) {
        JsonNode permissions = command.path("default_member_permissions");
        if (permissions.isTextual()) {
            command.put("default_member_permissions", permissions.asLong());
        }
    }

    /** The file requires a code; the documents call it optional, and it is usually absent. */
    private static void rateLimitWithoutCode(JsonNode body) {
        if (body instanceof ObjectNode object && !object.has("code")) {
            object.put("code", 0);
        }
    }

    /** The file wants numbers as codes of form errors; Discord sends names such as BASE_TYPE_REQUIRED. */
    private static void textCodesInErrors(JsonNode errors) {
        for (JsonNode leaf : errors.path("_errors")) {
            ((ObjectNode) leaf).put("code", 0);
        }
        errors.properties().stream()
                .filter(entry -> !entry.getKey().equals("_errors"))
                .forEach(entry -> textCodesInErrors(entry.getValue()));
    }
}
