package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Snowflakes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules for who may be pinged.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">Allowed mentions</a>
 */
final class MentionForm {
    private static final String KEY = "allowed_mentions";
    private static final Set<String> KINDS = Set.of("users", "roles", "everyone");
    private static final int MAX_IDS = 100;

    private MentionForm() {}

    static void check(JsonNode allowed, FormErrors errors) {
        if (!Shape.isObject(allowed, KEY, errors)) {
            return;
        }
        Set<String> parsed = parse(allowed.path("parse"), errors);
        for (String kind : List.of("users", "roles")) {
            ids(allowed.path(kind), KEY + "." + kind, errors);
            if (parsed.contains(kind) && Json.present(allowed.path(kind))) {
                errors.add(
                        KEY,
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
            }
        }
    }

    private static Set<String> parse(JsonNode parse, FormErrors errors) {
        Set<String> parsed = new HashSet<>();
        List<JsonNode> kinds = Shape.list(parse, KEY + ".parse", errors);
        for (int i = 0; i < kinds.size(); i++) {
            parsed.add(kinds.get(i).asText());
            if (!KINDS.contains(kinds.get(i).asText())) {
                errors.choices(KEY + ".parse." + i, "'roles', 'users', 'everyone'");
            }
        }
        return parsed;
    }

    private static void ids(JsonNode given, String path, FormErrors errors) {
        List<JsonNode> ids = Shape.list(given, path, errors);
        if (ids.size() > MAX_IDS) {
            errors.tooLong(path, MAX_IDS);
        }
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i).asText();
            if (!Snowflakes.isSnowflake(id)) {
                errors.add(path + "." + i, "NUMBER_TYPE_COERCE", "Value \"" + id + "\" is not snowflake.");
            }
        }
    }
}
