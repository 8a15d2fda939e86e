package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Turns a command as it is sent into the command as it comes back. */
final class CommandJson {
    private CommandJson() {}

    /** Discord takes numbers in texts and a text for permissions; it answers with one form of each. */
    static ObjectNode stored(JsonNode form) {
        ObjectNode command = ((ObjectNode) form).deepCopy();
        command.put("type", form.path("type").asInt(1));
        command.put("description", form.path("description").asText(""));
        JsonNode permissions = form.path("default_member_permissions");
        command.put("default_member_permissions", Json.present(permissions) ? permissions.asText() : null);
        command.put("nsfw", form.path("nsfw").asBoolean());
        for (String key : List.of("contexts", "integration_types")) {
            if (Json.present(form.path(key))) {
                ArrayNode numbers = command.putArray(key);
                form.path(key).forEach(value -> numbers.add(value.asInt()));
            } else {
                command.remove(key);
            }
        }
        if (!Json.present(form.path("options"))) {
            command.remove("options");
        }
        withoutEmptyOptionKeys(command.path("options"));
        return command;
    }

    private static void withoutEmptyOptionKeys(JsonNode options) {
        for (JsonNode option : options) {
            ObjectNode object = (ObjectNode) option;
            for (String key : List.of("choices", "options", "channel_types")) {
                if (object.has(key) && !Json.present(object.get(key))) {
                    object.remove(key);
                }
            }
            withoutEmptyOptionKeys(option.path("options"));
        }
    }

    /** Lists leave the localizations out unless they are asked for. */
    static ObjectNode listed(ObjectNode command, boolean withLocalizations) {
        ObjectNode copy = command.deepCopy();
        if (!withLocalizations) {
            withoutLocalizations(copy);
        }
        return copy;
    }

    private static void withoutLocalizations(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("name_localizations", "description_localizations"));
        }
        node.forEach(CommandJson::withoutLocalizations);
    }
}
