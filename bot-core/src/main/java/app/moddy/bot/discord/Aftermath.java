package app.moddy.bot.discord;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from decisions that are made under a lock, and must not be done under it: JDA, the store and staff's channel have
 * locks of their own, and whoever holds one of those may be waiting for ours. The lock's holder adds the steps; whoever has let
 * it go runs them. Each is run once, one after the other, in the order of the decisions, perhaps on the thread of somebody who has
 * come before. Thread-safe.
 */
final class Aftermath {
    private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger comers = new AtomicInteger();

    /** One more, for the next {@link #run}. */
    void add(Runnable step) {
        waiting.add(step);
    }

    /** Runs what waits, unless somebody is at it: then they take ours, too. Call it with no lock held. */
    void run() {
        if (comers.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            for (Runnable step = waiting.poll(); step != null; step = waiting.poll()) {
                guarded(step);
            }
            seen = comers.addAndGet(-seen);
        }
    }

    /** The steps behind it are another's, and so may be the thread. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error bug) {
            log.error("A task failed", bug);
        }
    }
}
