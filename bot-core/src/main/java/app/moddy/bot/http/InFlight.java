package app.moddy.bot.http;

import java.time.Duration;

/** How many requests are under way, to wait for their end. Thread-safe. */
final class InFlight {
    private int count;

    synchronized int count() {
        return count;
    }

    synchronized void begin() {
        count++;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Waits until none is under way, at most this long. An interrupt ends the waiting and stays set. */
    synchronized void awaitNone(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = end - System.nanoTime(); count > 0 && left > 0; left = end - System.nanoTime()) {
                // rounded up: wait(0) is without end
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
