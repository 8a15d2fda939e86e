package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.world.Space;
import com.fasterxml.jackson.databind.JsonNode;

/** The length of a text as Discord counts it: code points, without outer whitespace. */
final class Text {
    private Text() {}

    static int length(JsonNode node) {
        return node.isTextual() ? length(node.textValue()) : 0;
    }

    static int length(String text) {
        String stripped = Space.trimmed(text);
        return stripped.codePointCount(0, stripped.length());
    }

    /** Notes an error when the value is longer than allowed, or no text at all. */
    static void max(JsonNode node, String path, int max, FormErrors errors) {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        if (!node.isTextual()) {
            errors.add(path, "STRING_TYPE_CONVERT", "Could not interpret \"" + node + "\" as string.");
        } else if (length(node) > max) {
            errors.tooLong(path, max);
        }
    }

    /** Notes an error when the value is absent, shorter or longer than allowed. */
    static void between(JsonNode node, String path, int min, int max, FormErrors errors) {
        if (!node.isTextual()) {
            errors.required(path);
        } else if (length(node) < min || length(node) > max) {
            errors.badLength(path, min, max);
        }
    }
}
