package app.moddy.bot.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * Tells the time of another clock, but never goes back: when that one is set back, time goes on from where it was, at its
 * usual pace. When it is set forward, or the machine has slept, so is this one. Thread-safe.
 */
public final class SteadyClock extends Clock {
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
            ahead = ahead.plus(Duration.between(steady, told));
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
