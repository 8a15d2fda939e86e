package app.moddy.bot.store;

import app.moddy.bot.metrics.Histogram;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The store on a database: one writer, a few readers. */
final class DatabaseStore implements StoreSource {
    private final Writer writer;
    private final Readers readers;

    /**
     * Connects when it is needed.
     *
     * @param commits how long transactions take
     * @param reading where reads run; refuses when too many wait
     */
    DatabaseStore(Engine engine, StoreLimits limits, StoreHealth health, Histogram commits, Executor reading) {
        this.writer = new Writer(engine, health, commits, limits);
        this.readers = new Readers(engine, new StoreHealth("reads", engine.name()), reading);
    }

    @Override
    public Store on(Executor completions) {
        return new Store() {
            @Override
            public <T> CompletionStage<T> write(Work<T> work) {
                return writer.add(work, completions);
            }

            @Override
            public <T> CompletionStage<T> read(Work<T> work) {
                return readers.read(work, completions);
            }
        };
    }

    /** How many works wait to be written. */
    int waitingWrites() {
        return writer.waiting();
    }

    /** Writes from now on; without it, who calls {@link #drainOnce} writes. */
    void start() {
        writer.start();
    }

    /** Writes what waits now in one commit; false when nothing does. */
    boolean drainOnce() {
        return writer.drainOnce();
    }

    /** Writes what waits, within this time, and lets the database go; no read is under way any more. Idempotent. */
    void close(Duration limit) {
        readers.close(); // who closes last takes the log beside a SQLite file into it, and deletes it: readers may not
        writer.close(limit);
    }
}
