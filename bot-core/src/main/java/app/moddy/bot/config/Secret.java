package app.moddy.bot.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A value that must never be shown: its text form is {@code ***}, in logs, errors and debuggers alike. Immutable.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value is null");
    }

    /** The secret that this text is. */
    @JsonCreator
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The text itself: only for the one place that hands it to whoever asks for it. */
    public String reveal() {
        return value;
    }

    /** How many characters it has. */
    public int length() {
        return value.length();
    }

    /** Whether it is this text, in a time that tells nothing of either. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(digest(value), digest(candidate));
    }

    /** Digests have one length, so that the comparison's time does not even tell the secret's. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && matches(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
