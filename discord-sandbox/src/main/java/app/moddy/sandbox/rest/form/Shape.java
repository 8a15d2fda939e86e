package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.world.Snowflakes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Whether a value is a list, an object or a number at all, before anybody looks into it. */
final class Shape {
    private Shape() {}

    /** Returns the items of a list; none when it is absent, null or, which is an error, something else. */
    static List<JsonNode> list(JsonNode node, String path, FormErrors errors) {
        if (isAbsent(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            errors.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return List.of();
        }
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    /** Whether there is an object; anything else but nothing is an error. */
    static boolean isObject(JsonNode node, String path, FormErrors errors) {
        if (!isAbsent(node) && !node.isObject()) {
            errors.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }
        return node.isObject();
    }

    /** Notes an error for what is neither absent nor a whole number, be it in a text. */
    static void wholeNumber(JsonNode node, String path, FormErrors errors) {
        boolean number = node.isIntegralNumber() || (node.isTextual() && Snowflakes.isSnowflake(node.textValue()));
        if (!isAbsent(node) && !number) {
            errors.add(path, "NUMBER_TYPE_COERCE", "Value \"" + node.asText() + "\" is not int.");
        }
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
