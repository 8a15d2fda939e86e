package app.moddy.bot.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The log beside the database, emptied a while after what was written last time it was empty: what is erased in the database
 * would stay in it until it is used anew (<a href="https://www.sqlite.org/wal.html">SQLite: write-ahead logging</a>). For one
 * thread.
 */
final class WriteAheadLog implements Upkeep {
    /** Readers are never waited for, since all writes would wait with us. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Duration kept;
    private final LongSupplier nanos;
    private boolean empty = true;
    private long dueAt;

    /**
     * One that is empty.
     *
     * @param kept for how long what was written may stay in it
     * @param nanos nanoseconds since some moment
     */
    WriteAheadLog(Duration kept, LongSupplier nanos) {
        this.kept = kept;
        this.nanos = nanos;
    }

    @Override
    public void written() {
        if (empty) {
            empty = false;
            dueAt = nanos.getAsLong() + kept.toNanos();
        }
    }

    @Override
    public Duration untilDue() {
        return empty ? IDLE : Duration.ofNanos(dueAt - nanos.getAsLong());
    }

    /** Empties it, unless somebody reads what is in it. */
    @Override
    public void run(Statements sql) {
        sql.set("busy_timeout = 0");
        empty = sql.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) == 0)
                .orElse(true);
        sql.set("busy_timeout = " + SqliteFile.BUSY_MILLIS);
    }

    @Override
    public void later() {
        dueAt = nanos.getAsLong() + AGAIN.toNanos();
    }
}
