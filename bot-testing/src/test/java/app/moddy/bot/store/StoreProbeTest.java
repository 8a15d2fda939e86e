package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.time.SettableClock;
import app.moddy.bot.time.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreProbeTest {
    private static final Path FILE = Path.of("moddy.db");

    @TempDir
    private Path folder;

    /** A store that answers when the test says so. */
    private static final class SlowStore implements Store {
        private final List<CompletableFuture<?>> waiting = new ArrayList<>();

        @Override
        public <T> CompletionStage<T> write(Work<T> work) {
            CompletableFuture<T> stage = new CompletableFuture<>();
            waiting.add(stage);
            return stage;
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            throw new UnsupportedOperationException();
        }
    }

    /** A timer that fires when the test says so. */
    private static final class HandTimer implements Timer {
        private final List<Runnable> later = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            later.add(task);
        }
    }

    private final SlowStore store = new SlowStore();
    private final HandTimer timer = new HandTimer();
    private final SettableClock clock = new SettableClock();
    private final StoreHealth writes = new StoreHealth("writes", FILE.toString());
    private final StoreProbe probe = new StoreProbe(new Sqlite(FILE, StoreLimits.DEFAULT), store, writes, timer, clock);

    private static CompletableFuture<String> asked(StoreProbe probe) {
        return probe.fault().toCompletableFuture();
    }

    @Test
    void asksTheDatabaseAtMostOnceInFiveSeconds() {
        CompletableFuture<String> first = asked(probe);
        CompletableFuture<String> meanwhile = asked(probe);
        assertThat(first).isNotDone();
        store.waiting.get(0).complete(null);
        assertThat(first).isCompletedWithValue("");
        assertThat(meanwhile).isCompletedWithValue("");
        clock.advance(Duration.ofMillis(4_999));
        assertThat(asked(probe)).isCompletedWithValue("");
        assertThat(store.waiting).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(asked(probe)).isNotDone();
        assertThat(store.waiting).hasSize(2);
    }

    @Test
    void aWriteThatFailedSinceCountsAtOnceAndOneThatDidNotToo() {
        var unused = asked(probe);
        store.waiting.get(0).complete(null);
        writes.failed(new StoreUnavailableException("the disk is full", null));
        assertThat(asked(probe)).isCompletedWithValue("the disk is full");
        writes.works();
        assertThat(asked(probe)).isCompletedWithValue("");
    }

    @Test
    void whoAsksCanNotSpoilTheAnswerOfOthers() {
        asked(probe).complete("nonsense");
        store.waiting.get(0).complete(null);
        assertThat(asked(probe)).isCompletedWithValue("");
    }

    @Test
    void aDatabaseThatHangsIsAFaultAfterTwoSeconds() {
        CompletableFuture<String> asked = asked(probe);
        timer.later.get(0).run();
        assertThat(asked).isCompletedWithValue("it does not answer within 2 s");
    }

    @Test
    void aFullDatabaseIsFoundOutThoughNobodyWrites() throws Exception {
        try (OpenDatabase filling = OpenDatabase.in(folder)) {
            filling.write(sql -> sql.update("CREATE TABLE note (text TEXT NOT NULL)"));
        }
        DiskSpace disk = DiskSpace.ofPages(pages());
        try (OpenDatabase open = OpenDatabase.in(folder, disk)) {
            for (int i = 0; i < 3; i++) { // what a probe undoes must not make room for the next
                assertThat(open.fault()).isEqualTo("the disk is full");
                open.clock().advance(Duration.ofSeconds(5));
            }
            disk.makeRoom();
            assertThat(open.fault()).isEmpty();
            assertThatThrownBy(() -> open.write(sql -> sql.update("nonsense")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(open.fault()).isEmpty();
        }
    }

    /** How many the database has. */
    private long pages() throws StoreFaultException {
        try (OpenDatabase open = OpenDatabase.in(folder)) {
            return open.read(sql -> sql.first("PRAGMA page_count", row -> row.getLong(1)))
                    .orElseThrow();
        }
    }
}
