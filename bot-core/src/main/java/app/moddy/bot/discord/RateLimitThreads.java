package app.moddy.bot.discord;

import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which JDA's rate limiter makes calls. It takes two pools, one that waits for a call's time and one that makes it;
 * where both are the same it makes a call on the thread on which its time has come, which spares each a change of threads.
 */
final class RateLimitThreads extends ScheduledThreadPoolExecutor {
    private static final Logger log = LoggerFactory.getLogger(RateLimitThreads.class);
    private static final long IDLE_SECONDS = 120;

    /** As many as there are calls: each waits for its answer. */
    private final ThreadPoolExecutor calls;

    RateLimitThreads() {
        super(1, named("discord-later"));
        calls = new ThreadPoolExecutor(
                1, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named("discord-call"));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // not that of the plugin which happens to make the call
            thread.setContextClassLoader(RateLimitThreads.class.getClassLoader());
            return thread;
        };
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable call, long delay, TimeUnit unit) {
        if (delay > 0) {
            return super.schedule(() -> begin(call), delay, unit);
        }
        Prompt prompt = new Prompt(call);
        calls.execute(prompt);
        return prompt;
    }

    private void begin(Runnable call) {
        try {
            calls.execute(call);
        } catch (RejectedExecutionException stopped) {
            log.debug("A call to Discord was dropped: the connection has been closed", stopped);
        } catch (Error e) { // no more threads
            log.error("A call to Discord could not begin", e);
            throw e;
        }
    }

    @Override
    public void shutdown() {
        super.shutdown();
        calls.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        calls.shutdownNow(); // whose tasks wait nowhere
        return super.shutdownNow();
    }

    /** A call whose time has come. */
    private static final class Prompt extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {
        Prompt(Runnable call) {
            super(call, null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
