package app.moddy.sandbox.world;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Makes ids that carry their time of creation, each greater than the one before. Thread-safe.
 *
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">Snowflakes</a>
 */
public final class Snowflakes {
    private static final long DISCORD_EPOCH_MILLIS = 1_420_070_400_000L;
    private static final String MAX = "18446744073709551615";
    private static final Pattern SNOWFLAKE = Pattern.compile("0|[1-9][0-9]{0,19}");

    private final WorldClock clock;
    private long last;

    Snowflakes(WorldClock clock) {
        this.clock = clock;
    }

    /** Returns a new id. */
    public synchronized String next() {
        last = Math.max(last + 1, (clock.now().toEpochMilli() - DISCORD_EPOCH_MILLIS) << 22);
        return Long.toString(last);
    }

    /** Returns when an id was made. */
    public static Instant timeOf(String snowflake) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(snowflake) >>> 22) + DISCORD_EPOCH_MILLIS);
    }

    /** Whether a text has the form of an id: decimal, without leading zeros, of at most 64 bits. */
    public static boolean isSnowflake(String text) {
        if (!SNOWFLAKE.matcher(text).matches()) {
            return false;
        }
        // Twenty digits are the only length at which the digits decide.
        return text.length() < MAX.length() || text.compareTo(MAX) <= 0;
    }
}
