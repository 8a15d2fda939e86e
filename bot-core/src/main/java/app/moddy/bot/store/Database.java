package app.moddy.bot.store;

import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The store's beginning and end. Core only. For one thread. */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final StoreSettings settings;
    private final SqliteFile file;
    private final ThreadPoolExecutor reading;
    private final SqliteStore store;
    private final StoreStatus status;
    private @Nullable DataFolder folder;

    Database(StoreSettings settings, StoreLimits limits, Timer timer, Clock clock) {
        this.settings = settings;
        this.file = new SqliteFile(settings.path().resolve("moddy.db"), limits);
        this.reading = readers(limits.waitingReads());
        StoreHealth writes = new StoreHealth("writes", file.path());
        this.store = new SqliteStore(file, limits, writes, reading, timer);
        this.status = new StoreProbe(store, writes, timer, clock);
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

    Store store() {
        return store;
    }

    StoreStatus status() {
        return status;
    }

    /** Takes the data folder and opens the database in it. */
    public void open() throws StoreFaultException {
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
        store.start();
    }

    /**
     * Brings tables up to date by the files {@code migrations/V<n>__<name>.sql} beside a class.
     *
     * @param owner whose tables they are: a plugin's name, or empty for core
     * @throws StoreFaultException when that fails; nothing of the file that failed was done
     */
    public void migrate(String owner, Class<?> beside) throws StoreFaultException {
        Migrations.run(file.forMigrations(), owner, beside);
    }

    /** Writes what waits, within 3 s, and gives the folder back. Idempotent. */
    @Override
    public void close() {
        reading.shutdown();
        store.close(CLOSE_LIMIT);
        if (folder != null) {
            folder.close();
        }
    }
}
