package app.moddy.bot.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the time of another clock, but never goes back: when that one is set back, time goes on from where it was, at its
 * usual pace. When it is set forward, or the machine has slept, so is this one. Thread-safe.
 */
public final class SteadyClock extends Clock {
    private static final Logger log = LoggerFactory.getLogger(SteadyClock.class);

    /** The machine has slept, or somebody has set the clock: notifications may expire for it. */
    private static final Duration NOTABLE = Duration.ofHours(1);

    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant startWall;
    private final long startNanos;
    private Duration ahead = Duration.ZERO;

    /**
     * A clock that starts at the other's time.
     *
     * @param nanos nanoseconds since some moment, such as {@link System#nanoTime()}
     */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.startWall = wall.instant();
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        Instant steady = startWall.plusNanos(nanos.getAsLong() - startNanos).plus(ahead);
        Instant told = wall.instant();
        if (told.isAfter(steady)) {
            Duration step = Duration.between(steady, told);
            if (step.compareTo(NOTABLE) > 0) {
                log.warn("The clock has gone forward by {}: what was to happen in that time happens now", step);
            }
            ahead = ahead.plus(step);
            return told;
        }
        return steady;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(wall.withZone(zone), nanos);
    }
}
