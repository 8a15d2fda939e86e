package app.moddy.bot.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step of a plugin's life, on a thread of its own and for a limited time: one that hangs is left behind, and holds up
 * nobody.
 */
final class LifeStep {
    private static final Logger log = LoggerFactory.getLogger(LifeStep.class);
    private static final long TICK_MILLIS = 10;

    private final String plugin;
    private final ClassLoader classes;
    private volatile boolean isCoreBusy;

    /** Takes back what a step has done. */
    interface Undo {
        Undo NONE = () -> {};

        void run() throws Exception;
    }

    /**
     * @param plugin how to call it in the log
     * @param classes where libraries that ask the thread for classes are to find them
     */
    LifeStep(String plugin, ClassLoader classes) {
        this.plugin = plugin;
        this.classes = classes;
    }

    /**
     * Runs it and gives what it gave.
     *
     * @param what it is to have done by then, for instance "started"
     * @param undo runs if it ends well, but too late
     * @throws HangFault when it takes longer
     */
    <T> T within(Duration limit, String what, Callable<T> work, Undo undo) throws Throwable {
        Run<T> run = new Run<>(work, undo);
        Thread thread = new Thread(run, "plugin-" + plugin);
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        thread.start();
        await(thread, limit.toMillis());
        if (!run.isOver()) {
            Throwable place = new Throwable("here");
            place.setStackTrace(thread.getStackTrace());
            log.warn("Plugin {} hangs; its thread is left behind", plugin, place);
            throw new HangFault(
                    "has not %s within %s s; the log says where it hangs".formatted(what, limit.toMillis() / 1000.0));
        }
        return run.result();
    }

    /** Work of core's own, which does not count. */
    <T> T uncounted(Supplier<T> work) {
        isCoreBusy = true;
        try {
            return work.get();
        } finally {
            isCoreBusy = false;
        }
    }

    private void await(Thread thread, long limitMillis) {
        try {
            for (long left = limitMillis; left > 0 && thread.isAlive(); left -= isCoreBusy ? 0 : TICK_MILLIS) {
                thread.join(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever ends the program wants no more of this
        }
    }

    /** What a step gave or threw, unless it was given up before. */
    private final class Run<T> implements Runnable {
        private final Callable<T> work;
        private final Undo undo;
        private @Nullable T result;
        private @Nullable Throwable failure;
        private boolean isGivenUp;

        Run(Callable<T> work, Undo undo) {
            this.work = work;
            this.undo = undo;
        }

        @Override
        public void run() {
            try {
                if (!end(work.call(), null)) {
                    log.warn("Plugin {} went on after all, and is stopped", plugin);
                    undo.run();
                }
            } catch (Throwable e) {
                if (!end(null, e)) {
                    log.warn("Plugin {} failed after it was left behind", plugin, e);
                }
            }
        }

        private synchronized boolean end(@Nullable T given, @Nullable Throwable thrown) {
            result = given;
            failure = thrown;
            return !isGivenUp;
        }

        /** If not, it never will be. */
        synchronized boolean isOver() {
            isGivenUp = result == null && failure == null;
            return !isGivenUp;
        }

        synchronized T result() throws Throwable {
            if (result == null) {
                throw failure == null ? new IllegalStateException("not over") : failure;
            }
            return result;
        }
    }
}
