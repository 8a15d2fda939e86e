package app.moddy.bot.plugin;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which one plugin's routes, commands, notes and health details begin, and on which it goes on when core has
 * done what it was asked for: one that blocks them stops only itself. Thread-safe.
 */
final class PluginThreads implements Executor {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 1_000;

    /** As long as a caller waits for a route, and longer than for most else. */
    private static final Duration LONG = Duration.ofSeconds(10);

    /** For so long a failure is shown. */
    private static final Duration RECENTLY = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(PluginThreads.class);

    private final String plugin;
    private final OwnPackages packages;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<Thread, Long> busySince = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool;
    private volatile String lastFailure = "";
    private volatile Instant lastFailureAt = Instant.MIN;

    /**
     * @param classes where libraries that ask the thread for classes are to find them
     * @param packages where the plugin's own code is
     */
    PluginThreads(String plugin, ClassLoader classes, OwnPackages packages) {
        this.plugin = plugin;
        this.packages = packages;
        pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "plugin-" + plugin + "-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(classes);
                    return thread;
                }) {
                    @Override
                    protected void beforeExecute(Thread thread, Runnable work) {
                        busySince.put(thread, System.nanoTime());
                    }

                    @Override
                    protected void afterExecute(Runnable work, @Nullable Throwable failure) {
                        busySince.remove(Thread.currentThread());
                    }
                };
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins something.
     *
     * @throws RejectedExecutionException when too much is waiting, or after {@link #stop}
     */
    @Override
    public void execute(Runnable work) {
        if (pool.getQueue().size() >= MOST_WAITING) {
            throw new RejectedExecutionException("too much is waiting");
        }
        pool.execute(work);
    }

    /** Goes on with something that has begun: it is never refused. After {@link #stop} it goes on at once, here. */
    void resume(Runnable work) {
        try {
            pool.execute(work);
        } catch (RejectedExecutionException stopped) {
            work.run();
        }
    }

    /** Whose they are. */
    String plugin() {
        return plugin;
    }

    /** The same, because of this. What is to be done about a class that is not there is said once. */
    void failed(String what, Throwable failure) {
        failed(what);
        MissingCode.within(failure, packages)
                .map(PluginFault::detail)
                .filter(told::add)
                .ifPresent(detail -> log.error("{} of plugin {} {}", what, plugin, detail));
    }

    /** A route or a command of the plugin has failed; it is in the log. */
    void failed(String what) {
        failures.incrementAndGet();
        lastFailure = what;
        lastFailureAt = Instant.now();
    }

    /** What is wrong, as of now: threads that do not come back, or what failed within the hour; empty when nothing is. */
    String trouble() {
        long now = System.nanoTime();
        long hanging = busySince.values().stream()
                .filter(since -> now - since > LONG.toNanos())
                .count();
        if (hanging > 0) {
            return "hangs: %d of its %d threads have been busy for over %d s; what it is asked for fails once all are"
                    .formatted(hanging, THREADS, LONG.toSeconds());
        }
        return lastFailureAt.isBefore(Instant.now().minus(RECENTLY))
                ? ""
                : "%s failed at %s (failures since the start: %d); the log says why"
                        .formatted(lastFailure, lastFailureAt.truncatedTo(ChronoUnit.SECONDS), failures.get());
    }

    void stop() {
        pool.shutdown();
    }
}
