package app.moddy.notifications.delivery;

import java.util.regex.Pattern;

/**
 * What a caller names a request by, so that its repetition makes no second notification.
 *
 * @param text 1 to 255 visible ASCII characters
 * @param bodyHash of the request's body: the same key with another body is refused
 */
public record IdempotencyKey(String text, String bodyHash) {
    private static final Pattern TEXT = Pattern.compile("[!-~]{1,255}");

    /** @throws IllegalArgumentException when the text is none of a key; the message says what would be right */
    public IdempotencyKey {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Idempotency-Key must be 1 to 255 visible ASCII characters, given once");
        }
    }
}
