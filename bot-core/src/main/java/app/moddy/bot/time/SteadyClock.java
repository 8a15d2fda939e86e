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

    /** Two clocks are read one after the other, and one of them may be slowed down, sped up, or read in coarse steps. */
    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant startWall;
    private final long startNanos;
    private final boolean countsAll;
    private Duration ahead = Duration.ZERO;
    private Duration wallAhead = Duration.ZERO;

    /**
     * A clock that starts at the other's time.
     *
     * @param nanos nanoseconds since some moment, such as {@link System#nanoTime()}
     */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this(wall, nanos, false);
    }

    private SteadyClock(Clock wall, LongSupplier nanos, boolean countsAll) {
        this.wall = wall;
        this.nanos = nanos;
        this.countsAll = countsAll;
        this.startWall = wall.instant();
        this.startNanos = nanos.getAsLong();
    }

    /**
     * One for durations alone, which counts all the time that the machine has slept, also while the other clock is behind, since it
     * was set back. Then somebody who sets it right looks the same: so it may be ahead of that one from then on.
     */
    public static SteadyClock forDurations(Clock wall, LongSupplier nanos) {
        return new SteadyClock(wall, nanos, true);
    }

    @Override
    public synchronized Instant instant() {
        // first: a thread that is held up before the other reading has not slept, though the one for durations counts
        // that, too
        Instant told = wall.instant();
        Instant counted = startWall.plusNanos(nanos.getAsLong() - startNanos);
        if (countsAll) {
            countSleep(Duration.between(counted, told));
        }
        Instant steady = counted.plus(ahead);
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

    private void countSleep(Duration now) {
        Duration step = now.minus(wallAhead);
        wallAhead = now;
        if (step.compareTo(UNNOTICED) > 0) {
            ahead = ahead.plus(step);
        }
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(wall.withZone(zone), nanos, countsAll);
    }
}
