package app.moddy.bot.http;

import java.util.Objects;

/**
 * What is wrong with one field of a request, in the caller's words.
 *
 * @param field the field's name as the caller wrote it, with a dot for each level; {@code body} for the whole
 * @param message what would be right, without the value
 */
public record FieldFault(String field, String message) {
    /** @throws IllegalArgumentException for a blank field or message */
    public FieldFault {
        Objects.requireNonNull(field, "field is null");
        Objects.requireNonNull(message, "message is null");
        if (field.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("a fault names its field and says what would be right");
        }
    }
}
