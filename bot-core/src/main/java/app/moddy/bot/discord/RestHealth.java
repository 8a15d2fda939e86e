package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Whether Discord's REST API works at all. One bad answer says nothing; several in a row, and the last not long ago, do.
 * Thread-safe.
 */
final class RestHealth {
    private static final int SEVERAL = 5;
    private static final Duration NOT_LONG_AGO = Duration.ofMinutes(1);

    private final Clock clock;
    private int failuresInARow;
    private Instant lastFailure = Instant.EPOCH;

    RestHealth(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    synchronized void answered(int httpStatus) {
        if (httpStatus >= 500 || httpStatus == 401) {
            failed();
        } else {
            failuresInARow = 0;
        }
    }

    synchronized void failed() {
        failuresInARow++;
        lastFailure = clock.instant();
    }

    synchronized boolean works() {
        return failuresInARow < SEVERAL || lastFailure.plus(NOT_LONG_AGO).isBefore(clock.instant());
    }
}
