package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that takes connections and says nothing: nobody waits for longer than one try takes. */
class SilentServerTest {
    /** What one try takes, in seconds. */
    private static final String LIMITS = "&socketTimeout=3&connectTimeout=3&loginTimeout=3";

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private OpenDatabase store;

    @BeforeEach
    void open() throws StoreFaultException {
        store = OpenDatabase.at(network.url(database) + LIMITS);
    }

    @AfterEach
    void close() {
        store.close();
        network.close();
        database.close();
    }

    private static int one(Sql sql) {
        return sql.first("SELECT 1", row -> row.getInt(1)).orElseThrow();
    }

    private CompletableFuture<Integer> write() {
        return store.store().write(SilentServerTest::one).toCompletableFuture();
    }

    private CompletableFuture<Integer> read() {
        return store.store().read(SilentServerTest::one).toCompletableFuture();
    }

    private void assertFailsWith(CompletableFuture<?> first, CompletableFuture<?> later) {
        assertThat(first).failsWithin(Duration.ofSeconds(10));
        assertThat(later).failsWithin(AT_ONCE).withThrowableThat().withCauseInstanceOf(StoreUnavailableException.class);
    }

    /** One tries, not always who asked first; whoever comes meanwhile is told at once, and so on until it is over. */
    private static void assertOneTries(Supplier<CompletableFuture<Integer>> ask) {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        Eventually.isTrue("one tries, and another fails at once", () -> {
            CompletableFuture<Integer> another = ask.get();
            asked.add(another);
            return another.isCompletedExceptionally() && asked.stream().anyMatch(each -> !each.isDone());
        });
    }

    @Test
    void whoWritesWhileItIsSilentWaitsForOneTryAtMost() {
        assertThat(write().join()).isEqualTo(1);
        network.silent(true);
        CompletableFuture<Integer> first = write();
        Eventually.isTrue("it is tried", () -> ((DatabaseStore) store.database().source()).waitingWrites() == 0);
        assertFailsWith(first, write());
        assertOneTries(this::write);
        network.silent(false);
        Eventually.isTrue(
                "it is written",
                () -> write().handle((one, failure) -> failure == null).join());
    }

    @Test
    void whoReadsWhileItIsSilentWaitsForOneTryAtMost() {
        assertThat(read().join()).isEqualTo(1);
        network.silent(true);
        List<CompletableFuture<Integer>> onAllThreads =
                Stream.generate(this::read).limit(4).toList();
        assertFailsWith(onAllThreads.get(0), read());
        onAllThreads.forEach(each -> assertThat(each).failsWithin(AT_ONCE));
        assertOneTries(this::read);
        network.silent(false);
        Eventually.isTrue(
                "it is read",
                () -> read().handle((one, failure) -> failure == null).join());
    }
}
