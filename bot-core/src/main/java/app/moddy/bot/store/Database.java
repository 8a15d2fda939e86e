package app.moddy.bot.store;

import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's beginning and end. Core only. For one thread. */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;
    private static final Duration READ_LIMIT = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final Engine engine;
    private final ThreadPoolExecutor reading;
    private final DatabaseStore source;
    private final Store store;
    private final StoreStatus status;
    private boolean held;

    Database(StoreSettings settings, StoreLimits limits, Timer timer, Clock clock, Metrics metrics) {
        this.engine = settings.engine(limits);
        this.reading = readers(limits.waitingReads());
        StoreHealth writes = new StoreHealth("writes", engine.name());
        StoreMetrics measured = new StoreMetrics(metrics);
        this.source = new DatabaseStore(engine, limits, writes, measured.commits(), reading);
        this.store = source.on(timer);
        this.status = new StoreProbe(engine, store, writes, timer, clock);
        measured.watch(engine, source, status);
    }

    private static ThreadPoolExecutor readers(int waiting) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                READERS, READERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, "store-reader-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** For those who go on elsewhere. */
    StoreSource source() {
        return source;
    }

    /** On the bot's own threads. */
    Store store() {
        return store;
    }

    StoreStatus status() {
        return status;
    }

    /**
     * Takes the database, and brings core's tables up to date.
     *
     * @param core beside it lie the files, as for {@link #migrate}
     */
    public void open(Class<?> core) throws StoreFaultException {
        engine.take();
        try {
            Migrations.of(engine.forMigrations(), "", core).run(engine);
        } catch (StoreFaultException e) {
            throw new StoreFaultException(
                    "The data in " + engine.name() + " can not be used: " + e.getMessage(), e, e.passes());
        }
        source.start();
    }

    /** A {@link StoreMove} of this process keeps all others from writing already. */
    public void assumeHeld() {
        held = true;
    }

    /**
     * Brings a plugin's tables up to date by the files {@code migrations/V<n>__<name>.sql} beside a class.
     *
     * @param plugin its name
     * @throws StoreFaultException when that fails; nothing of the file that failed was done
     */
    public void migrate(String plugin, Class<?> beside) throws StoreFaultException {
        Migrations migrations = Migrations.of(engine.forMigrations(), plugin, beside);
        if (held) {
            migrations.run();
        } else {
            migrations.run(engine);
        }
    }

    /** Ends reads within 1 s, writes what waits within 3 s, and lets the database go. Idempotent. */
    @Override
    public void close() {
        reading.shutdown();
        awaitReaders();
        source.close(CLOSE_LIMIT);
        engine.release();
    }

    private void awaitReaders() {
        try {
            if (!reading.awaitTermination(READ_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("A read of the store does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
