package app.moddy.bot.time;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's own threads. Core only. */
public final class ThreadTimer implements Timer, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThreadTimer.class);

    /** Tasks are short: two suffice for a machine of two cores, a third goes on while a plugin's blocks by mistake. */
    private static final int THREADS = 3;

    /** Apart from the one that waits for a time: a pool that does both wakes three threads where one has work. */
    private final ThreadPoolExecutor threads;

    private final ScheduledThreadPoolExecutor later;

    ThreadTimer() {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, "bot-" + number.incrementAndGet()),
                ThreadTimer::drop);
        later = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "bot-later"), ThreadTimer::drop);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** As promised: nothing runs once the bot has stopped. */
    private static void drop(Runnable task, ThreadPoolExecutor stopped) {}

    @Override
    public void execute(Runnable task) {
        threads.execute(guarded(task));
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = later.schedule(() -> execute(task), nanos(delay), TimeUnit.NANOSECONDS);
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
        later.shutdownNow();
        threads.shutdownNow();
    }
}
