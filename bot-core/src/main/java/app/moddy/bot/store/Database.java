package app.moddy.bot.store;

import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's beginning and end. Core only. For one thread. */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;
    private static final Duration READ_LIMIT = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final StoreSettings settings;
    private final SqliteFile file;
    private final ThreadPoolExecutor reading;
    private final SqliteStore source;
    private final Store store;
    private final StoreStatus status;
    private @Nullable DataFolder folder;

    Database(StoreSettings settings, StoreLimits limits, Timer timer, Clock clock, Metrics metrics) {
        this.settings = settings;
        this.file = new SqliteFile(settings.path().resolve("moddy.db"), limits);
        this.reading = readers(limits.waitingReads());
        StoreHealth writes = new StoreHealth("writes", file.path());
        StoreMetrics measured = new StoreMetrics(metrics);
        this.source = new SqliteStore(file, limits, writes, measured.commits(), reading);
        this.store = source.on(timer);
        this.status = new StoreProbe(store, writes, timer, clock);
        measured.watch(file.path().toFile(), source, status);
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
     * Takes the data folder, opens the database in it and brings core's tables up to date.
     *
     * @param core beside it lie the files, as for {@link #migrate}
     */
    public void open(Class<?> core) throws StoreFaultException {
        folder = DataFolder.take(settings.path());
        // The driver unpacks its library there, where the system's folder may be full or forbid it to run.
        System.setProperty("org.sqlite.tmpdir", folder.emptied("tmp").toString());
        try (Statements sql = file.writer()) {
            sql.execute("BEGIN IMMEDIATE");
            StoreProbe.prepare(sql);
            sql.execute("COMMIT");
        } catch (StoreUnavailableException e) {
            Trouble trouble = SqlErrors.trouble(e);
            throw new StoreFaultException(
                    "The database " + file.path() + " can not be used, " + trouble.what() + ". " + trouble.mend(), e);
        }
        try {
            Migrations.run(file.forMigrations(), "", core);
        } catch (StoreFaultException e) {
            throw new StoreFaultException("The data in " + settings.path() + " can not be used: " + e.getMessage(), e);
        }
        source.start();
    }

    /**
     * Brings a plugin's tables up to date by the files {@code migrations/V<n>__<name>.sql} beside a class.
     *
     * @param plugin its name
     * @throws StoreFaultException when that fails; nothing of the file that failed was done
     */
    public void migrate(String plugin, Class<?> beside) throws StoreFaultException {
        Migrations.run(file.forMigrations(), plugin, beside);
    }

    /** Ends reads within 1 s, writes what waits within 3 s, and gives the folder back. Idempotent. */
    @Override
    public void close() {
        reading.shutdown();
        awaitReaders();
        source.close(CLOSE_LIMIT);
        if (folder != null) {
            folder.close();
        }
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
