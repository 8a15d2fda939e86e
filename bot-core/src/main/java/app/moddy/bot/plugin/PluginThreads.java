package app.moddy.bot.plugin;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which one plugin's routes, commands, notes and health details begin: one that blocks them stops only itself.
 * Thread-safe.
 */
final class PluginThreads implements Executor {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 1_000;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    /** @param classes where libraries that ask the thread for classes are to find them */
    PluginThreads(String plugin, ClassLoader classes) {
        pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "plugin-" + plugin + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(classes);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** @throws java.util.concurrent.RejectedExecutionException when too much is waiting, or after {@link #stop} */
    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    void stop() {
        pool.shutdown();
    }
}
