package app.moddy.bot.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How far a clock is from another one, as measured.
 *
 * @param ahead negative when it is behind
 * @param error it may be so much more or less: half of the time that asking took
 */
record Skew(Duration ahead, Duration error) {
    /**
     * Measures it.
     *
     * @param asked tells the other's time in milliseconds since 1970
     */
    static Skew of(Clock clock, LongSupplier asked) {
        Instant before = clock.instant();
        Instant there = Instant.ofEpochMilli(asked.getAsLong());
        Duration half = Duration.between(before, clock.instant()).dividedBy(2);
        return new Skew(Duration.between(there, before.plus(half)), half);
    }

    boolean isSurelyOver(Duration limit) {
        return ahead.abs().minus(error).compareTo(limit) > 0;
    }

    boolean isSurelyWithin(Duration limit) {
        return ahead.abs().plus(error).compareTo(limit) <= 0;
    }
}
