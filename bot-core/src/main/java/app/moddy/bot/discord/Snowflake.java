package app.moddy.bot.discord;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A Discord id: 17 to 19 digits, at most 2<sup>63</sup>−1. Shorter ones would be from before Discord existed, longer
 * ones from after 2090 (<a href="https://discord.com/developers/docs/reference#snowflakes">Discord: snowflakes</a>).
 *
 * @param id the id as a number
 */
public record Snowflake(long id) {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{16,18}");
    private static final long SMALLEST = 10_000_000_000_000_000L;

    public Snowflake {
        if (id < SMALLEST) {
            throw new IllegalArgumentException("a Discord id has 17 to 19 digits");
        }
    }

    /**
     * Reads a decimal id.
     *
     * @throws IllegalArgumentException when it is none; the message says what would be right
     */
    @JsonCreator
    public static Snowflake parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a Discord id: 17 to 19 digits, nothing else");
        }
        try {
            return new Snowflake(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a Discord id: 17 to 19 digits, at most 9223372036854775807", e);
        }
    }

    /** The id as Discord writes it in JSON: decimal digits. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(id);
    }
}
