package app.moddy.bot.command;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the uses of commands that are under way; once it is closed no more begin. Thread-safe. */
final class UnderWay {
    private int count;
    private boolean closed;
    private long closedAt;

    /** Whether one more may begin; it must {@link #end} then. */
    synchronized boolean begin() {
        if (!closed) {
            count++;
        }
        return !closed;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Lets no more begin. Idempotent. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            closedAt = System.nanoTime();
        }
    }

    /** Waits for those under way, at most until this long after {@link #close}; returns how many have not ended. */
    synchronized int awaitEnd(Duration afterClose) {
        long end = closedAt + afterClose.toNanos();
        try {
            for (long left = end - System.nanoTime(); count > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) { // who stops us is in a hurry
            Thread.currentThread().interrupt();
        }
        return count;
    }
}
