package app.moddy.bot.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's own threads. Core only. */
public final class ThreadTimer implements Timer, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThreadTimer.class);

    /** Tasks are short: two suffice for a machine of two cores, a third goes on while a plugin's blocks by mistake. */
    private static final int THREADS = 3;

    private final ScheduledThreadPoolExecutor threads;

    ThreadTimer() {
        AtomicInteger number = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "bot-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setRejectedExecutionHandler(
                (task, stopped) -> {}); // as promised: nothing runs once the bot has stopped
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(guarded(task));
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = threads.schedule(guarded(task), nanos(delay), TimeUnit.NANOSECONDS);
    }

    /** Some centuries are as good as any longer time. */
    private static long nanos(Duration delay) {
        return delay.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE / 2 : delay.toNanos();
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                log.error("A task failed", e);
            }
        };
    }

    /** Drops what has not begun. Idempotent. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
