package app.moddy.bot.instance;

import app.moddy.bot.time.Timer;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread for one thing alone, such as heartbeats: who waits for nothing but a plugin must not count as dead. Core only;
 * thread-safe.
 */
public final class OwnThread implements Timer, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    OwnThread(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> daemon(task, name), new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Drops what has not begun. Idempotent. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
