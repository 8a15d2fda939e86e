package app.moddy.bot.discord;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds requests back on the thread that JDA makes them on, so that in no second more go out than at the pace, and few at
 * once. The messenger keeps the pace already; but what it lets go may be held up and come in a crowd: by the disk, by the
 * scheduler, by JDA after a rate limit. Thread-safe.
 */
final class WirePace {
    private static final double AT_ONCE = 4;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final double perSecond;
    private long interval;
    private long credit;
    private long next;

    /**
     * A pace that starts with a full burst.
     *
     * @param nanoTime such as {@link System#nanoTime()}
     */
    WirePace(double perSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.perSecond = perSecond;
        divide(1);
        this.next = nanoTime.getAsLong() - credit;
    }

    /** From now on so many instances keep the pace together, each its part. */
    final synchronized void divide(int among) {
        interval = (long) (NANOS * among / perSecond);
        credit = (long) (interval * (Math.max(1, AT_ONCE / among) - 1));
    }

    /** Returns when the request may go out. */
    void await() throws InterruptedIOException {
        try {
            TimeUnit.NANOSECONDS.sleep(reserve());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before it was sent");
        }
    }

    /** Takes the next place in line; returns how many nanoseconds from now it is, not positive when it is now. */
    synchronized long reserve() {
        long now = nanoTime.getAsLong();
        if (next - (now - credit) < 0) {
            next = now - credit;
        }
        long wait = next - now;
        next += interval;
        return wait;
    }
}
