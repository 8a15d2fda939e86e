package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.config.Secret;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that goes away with the answer to COMMIT: what became of it is asked for as long as callers can wait. */
class LostCommitTest {
    private static final String INSERT = "INSERT INTO note (text) VALUES (?)";

    /** As the driver sends it: with the zero that ends it. */
    private static final String COMMIT = "COMMIT\0";

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final SteppedStore store =
            SteppedStore.on(new Postgres(new PostgresUrl(Secret.of(network.url(database)))), Runnable::run);

    @BeforeEach
    void make() {
        database.execute("CREATE TABLE note (text TEXT PRIMARY KEY)");
    }

    @AfterEach
    void drop() {
        store.close();
        network.close();
        database.close();
    }

    private CompletableFuture<Integer> write(String text) {
        return store.write(sql -> sql.update(INSERT, text)).toCompletableFuture();
    }

    /** Writes what waits, on a thread of its own. */
    private CompletableFuture<Boolean> drained() {
        return CompletableFuture.supplyAsync(store::drainOnce, task -> new Thread(task).start());
    }

    private boolean isThere(String text) {
        return store.read(sql -> sql.first("SELECT 1 FROM note WHERE text = ?", row -> 1, text))
                .toCompletableFuture()
                .join()
                .isPresent();
    }

    /** What waited, and what comes while it is asked for, is not held up; and it is told that surely nothing was written. */
    private void assertOthersFailAtOnce() {
        Eventually.isTrue("others fail at once", () -> {
            CompletableFuture<Integer> other = write("other");
            return other.isCompletedExceptionally();
        });
        assertThat(write("another"))
                .failsWithin(AT_ONCE)
                .withThrowableThat()
                .havingCause()
                .isExactlyInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void itIsFoundOutOnceTheServerIsBack() throws Exception {
        network.loseAndGoDown(INSERT.replace("?", "$1"), COMMIT, true);
        CompletableFuture<Integer> written = write("a");
        CompletableFuture<Boolean> drained = drained();
        assertOthersFailAtOnce();
        assertThat(written).isNotDone();
        network.down(false);
        assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(written).isCompletedWithValue(1);
        assertThat(isThere("a")).isTrue();
    }

    @Test
    void alsoThatItNeverArrived() throws Exception {
        network.loseAndGoDown(INSERT.replace("?", "$1"), COMMIT, false);
        CompletableFuture<Integer> written = write("a");
        CompletableFuture<Boolean> drained = drained();
        assertOthersFailAtOnce();
        network.down(false);
        assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(written)
                .failsWithin(AT_ONCE)
                .withThrowableThat()
                .havingCause()
                .isExactlyInstanceOf(StoreUnavailableException.class);
        assertThat(isThere("a")).isFalse();
    }

    @Test
    void inTheEndItsWorksAreToldThatNobodyKnows() throws Exception {
        network.loseAndGoDown(INSERT.replace("?", "$1"), COMMIT, true);
        CompletableFuture<Integer> written = write("a");
        try (LogLines log = LogLines.of(LostCommit.class)) {
            CompletableFuture<Boolean> drained = drained();
            assertOthersFailAtOnce();
            assertThat(drained.get(9, TimeUnit.SECONDS)).isTrue();
            assertThat(log.containing("Whether the last transaction was committed is not known"))
                    .hasSize(1);
        }
        assertThat(written)
                .failsWithin(AT_ONCE)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(StoreUncertainException.class);
        network.down(false);
        assertThat(isThere("a")).isTrue();
        CompletableFuture<Integer> later = write("b");
        store.drainOnce();
        assertThat(later).isCompletedWithValue(1);
    }
}
