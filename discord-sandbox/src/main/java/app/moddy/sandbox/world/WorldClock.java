package app.moddy.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/** System time plus an offset that only grows. Thread-safe. */
public final class WorldClock {
    private Duration offset = Duration.ZERO;

    /** Returns the time of the simulated Discord. */
    public synchronized Instant now() {
        return Instant.now().plus(offset);
    }

    /** Moves the time forward; a negative duration is a bug of the caller. */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Discord's clock does not run backwards: " + duration);
        }
        offset = offset.plus(duration);
    }
}
