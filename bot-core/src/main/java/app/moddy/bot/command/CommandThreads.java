package app.moddy.bot.command;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads that commands run on, apart from JDA's, which must not be blocked. */
final class CommandThreads implements Executor {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 200;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), this::thread);

    CommandThreads() {
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "command-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
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
