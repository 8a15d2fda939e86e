package app.moddy.bot.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What waits to be written, oldest first, at most so much. Thread-safe. */
final class WriteQueue {
    /** More in one commit makes it no cheaper, and the first would wait for the last. */
    private static final int MOST_AT_ONCE = 1_024;

    private final int most;
    private final Deque<Write<?>> waiting = new ArrayDeque<>();
    private boolean closed;

    WriteQueue(int most) {
        this.most = most;
    }

    /** Adds it, or throws. */
    synchronized void add(Write<?> write) {
        if (closed) {
            throw new StoreUnavailableException("the bot stops", null);
        }
        if (waiting.size() >= most) {
            throw new StoreUnavailableException(most + " writes wait already", null);
        }
        waiting.add(write);
        notifyAll();
    }

    /** Some that were taken from it are the next again. */
    synchronized void putBack(List<Write<?>> left) {
        for (int i = left.size() - 1; i >= 0; i--) {
            waiting.addFirst(left.get(i));
        }
    }

    synchronized int size() {
        return waiting.size();
    }

    /** The oldest; none when none waits. */
    synchronized List<Write<?>> poll() {
        List<Write<?>> group = new ArrayList<>(Math.min(waiting.size(), MOST_AT_ONCE));
        while (!waiting.isEmpty() && group.size() < MOST_AT_ONCE) {
            group.add(waiting.remove());
        }
        return group;
    }

    /** Returns when some wait, or after this time; false: none ever will. */
    synchronized boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); waiting.isEmpty() && !closed && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return !waiting.isEmpty() || !closed;
    }

    /** Takes no more. Idempotent. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
