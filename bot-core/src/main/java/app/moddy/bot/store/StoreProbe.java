package app.moddy.bot.store;

import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Writes now and then something of some size, in place of what it wrote before: what is undone never reaches the disk, and
 * says nothing of the room on it.
 */
final class StoreProbe implements StoreStatus {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Takes eight pages: with less room than that, the next notifications would not fit either. */
    private static final int BYTES = 32_768;

    private final Store store;
    private final StoreHealth writes;
    private final Timer timer;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private CompletableFuture<String> underWay = CompletableFuture.completedFuture("");

    StoreProbe(Store store, StoreHealth writes, Timer timer, Clock clock) {
        this.store = store;
        this.writes = writes;
        this.timer = timer;
        this.clock = clock;
    }

    /** Where it writes. */
    static void prepare(Sql sql) {
        sql.update("CREATE TABLE IF NOT EXISTS store_probe (filler BLOB NOT NULL)");
    }

    @Override
    public synchronized CompletionStage<String> fault() {
        if (!underWay.isDone()) {
            return underWay.copy();
        }
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return underWay.thenApply(found -> writes.fault().isEmpty() ? found : writes.fault());
        }
        next = now.plus(EVERY);
        underWay = probe();
        return underWay.copy();
    }

    private CompletableFuture<String> probe() {
        CompletableFuture<String> found = new CompletableFuture<>();
        store.write(StoreProbe::writeAnew)
                .whenComplete(
                        (done, failure) -> found.complete(failure == null ? "" : String.valueOf(failure.getMessage())));
        timer.after(PATIENCE, () -> found.complete("it does not answer within " + PATIENCE.toSeconds() + " s"));
        return found;
    }

    private static int writeAnew(Sql sql) {
        sql.update("INSERT INTO store_probe (filler) VALUES (randomblob(" + BYTES + "))");
        return sql.update("DELETE FROM store_probe WHERE rowid < (SELECT max(rowid) FROM store_probe)");
    }
}
