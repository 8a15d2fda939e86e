package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.LogLines;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Step by step, on one thread. */
class SqliteStoreTest {
    private static final String INSERT = "INSERT INTO note (text) VALUES (?)";

    @TempDir
    private Path folder;

    private SteppedStore store;

    @BeforeEach
    void open() {
        store = SteppedStore.in(folder, Runnable::run, true);
        written(store.write(sql -> sql.update("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <T> T written(CompletionStage<T> stage) {
        store.drainOnce();
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture().join();
    }

    private CompletionStage<Integer> write(String text) {
        return store.write(sql -> sql.update(INSERT, text));
    }

    private static List<String> texts(Sql sql) {
        return sql.list("SELECT text FROM note ORDER BY id", row -> row.getString(1));
    }

    private List<String> committed() {
        return store.read(SqliteStoreTest::texts).toCompletableFuture().join();
    }

    /** As another program sees the file. */
    private List<String> onDisk() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"))) {
            return texts(new Statements(connection, false));
        }
    }

    private static Throwable failure(CompletionStage<?> stage) {
        assertThat(stage.toCompletableFuture()).isDone();
        try {
            stage.toCompletableFuture().join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    @Test
    void aStageCompletesWhenWhatWasWrittenIsInTheFileAndNoSooner() throws Exception {
        List<List<String>> seen = new ArrayList<>();
        var unused = write("a").thenRun(() -> {
            try {
                seen.add(onDisk());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(onDisk()).isEmpty();
        store.drainOnce();
        assertThat(seen).containsExactly(List.of("a"));
    }

    @Test
    void whatWaitsIsWrittenInOneCommitInItsOrder() throws Exception {
        CompletionStage<Integer> first = write("a");
        CompletionStage<List<String>> second = store.write(sql -> {
            sql.update(INSERT, "b");
            try {
                return onDisk();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        CompletionStage<List<String>> third = store.write(SqliteStoreTest::texts);
        assertThat(written(first)).isEqualTo(1);
        assertThat(written(second)).as("on the disk before the commit").isEmpty();
        assertThat(written(third)).as("what came before").containsExactly("a", "b");
        assertThat(onDisk()).containsExactly("a", "b");
        assertThat(store.drainOnce()).isFalse();
    }

    @Test
    void aWorkThatFailsUndoesItselfAlone() {
        CompletionStage<Integer> before = write("a");
        CompletionStage<Integer> failing = store.write(sql -> {
            sql.update(INSERT, "half");
            throw new IllegalArgumentException("second thoughts");
        });
        CompletionStage<Integer> after = write("b");
        written(before);
        written(after);
        assertThat(failure(failing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("second thoughts");
        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void aWorkThatEndsInAnErrorUndoesItselfAloneToo() {
        CompletionStage<Integer> before = write("a");
        CompletionStage<Integer> failing = store.write(sql -> {
            throw new StackOverflowError();
        });
        written(before);
        assertThat(failure(failing)).isInstanceOf(StackOverflowError.class);
        assertThat(committed()).containsExactly("a");
    }

    @Test
    void sqlThatTheDatabaseRefusesIsABugAndNoOutage() {
        CompletionStage<Integer> misspelt = store.write(sql -> sql.update("INSRT INTO note VALUES (1)"));
        CompletionStage<Integer> twice = store.write(sql -> sql.update(INSERT, "a") + sql.update(INSERT, "a"));
        store.drainOnce();
        assertThat(failure(misspelt)).isInstanceOf(IllegalStateException.class).hasMessageContaining("syntax error");
        assertThat(failure(twice)).isInstanceOf(IllegalStateException.class).hasMessageContaining("UNIQUE");
        assertThat(committed()).isEmpty();
    }

    @Test
    void argumentsOfAnEarlierUseAreNeverUsedAgain() {
        written(write("a"));
        CompletionStage<Integer> forgotten = store.write(sql -> sql.update(INSERT));
        store.drainOnce();
        assertThat(failure(forgotten)).hasMessage("1 arguments expected, 0 given");
    }

    @Test
    void everyKindOfArgumentArrives() {
        List<String> types = written(store.write(sql -> {
            sql.update("INSERT INTO note (text) VALUES (?), (?), (?), (?), (?)", "x", 1L << 40, 7, true, null);
            return sql.list(
                    "SELECT typeof(text) || ':' || coalesce(text, '') FROM note ORDER BY id", row -> row.getString(1));
        }));
        assertThat(types).containsExactly("text:x", "text:1099511627776", "text:7", "text:1", "null:");
        CompletionStage<Integer> unknown = store.write(sql -> sql.update(INSERT, 1.5));
        store.drainOnce();
        assertThat(failure(unknown)).hasMessageContaining("no argument of a statement");
    }

    @Test
    void aStatementIsPreparedOncePerConnection() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"))) {
            PreparedStatements prepared = new PreparedStatements(connection);
            var first = prepared.get("SELECT 1");
            assertThat(prepared.get("SELECT 1")).isSameAs(first);
            for (int i = 2; i < 500; i++) {
                prepared.get("SELECT " + i);
            }
            assertThat(first.statement().isClosed())
                    .as("the least used one is closed")
                    .isTrue();
        }
    }

    @Test
    void aReadSeesWhatIsCommittedAndOneMomentOfIt() throws Exception {
        written(write("a"));
        List<List<String>> seen = new ArrayList<>();
        store.read(sql -> {
                    seen.add(texts(sql));
                    written(write("b"));
                    seen.add(texts(sql));
                    return 0;
                })
                .toCompletableFuture()
                .join();
        assertThat(seen).containsExactly(List.of("a"), List.of("a"));
        assertThat(committed()).containsExactly("a", "b");
    }

    @Test
    void aReadCanNotWrite() {
        CompletionStage<Integer> update = store.read(sql -> sql.update(INSERT, "a"));
        assertThat(failure(update)).isInstanceOf(IllegalStateException.class).hasMessage("a read writes nothing");
        assertThat(committed()).isEmpty();
    }

    @Test
    void aReadThatFailsDisturbsNoOther() {
        CompletionStage<Integer> failing = store.read(sql -> {
            texts(sql);
            throw new IllegalArgumentException("no");
        });
        assertThat(failure(failing)).isInstanceOf(IllegalArgumentException.class);
        assertThat(committed()).isEmpty();
    }

    @Test
    void whenTheQueueIsFullAWriteIsRefusedAtOnceAndThoseBeforeAreWritten() {
        List<CompletionStage<Integer>> accepted = new ArrayList<>();
        for (int i = 0; i < StoreLimits.DEFAULT.waitingWrites(); i++) {
            accepted.add(write("n" + i));
        }
        assertThat(failure(write("one too many")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("4096 writes wait already");
        while (store.drainOnce()) {}
        assertThat(accepted).allMatch(stage -> stage.toCompletableFuture().isDone());
        assertThat(committed()).hasSize(StoreLimits.DEFAULT.waitingWrites()).doesNotContain("one too many");
    }

    @Test
    void closingWritesWhatWaitsAndRefusesWhatComes() throws Exception {
        CompletionStage<Integer> waiting = write("a");
        store.close();
        assertThat(waiting.toCompletableFuture()).isCompletedWithValue(1);
        assertThat(onDisk()).containsExactly("a");
        assertThat(failure(write("b")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the bot stops");
    }

    @Test
    void aCrashLosesWhatWasNotWrittenAndNobodyIsTold() throws Exception {
        written(write("a"));
        CompletionStage<Integer> waiting = write("b");
        store.crash();
        assertThat(waiting.toCompletableFuture()).isNotDone();
        store = SteppedStore.in(folder, Runnable::run, true);
        assertThat(committed()).containsExactly("a");
    }

    @Test
    void tellsWhenItNoLongerReads() {
        store.close();
        SteppedStore missing = SteppedStore.in(folder.resolve("gone"), Runnable::run, true);
        try (LogLines log = LogLines.of(StoreHealth.class)) {
            assertThat(failure(missing.read(SqliteStoreTest::texts)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage("the database file can not be opened");
            assertThat(failure(missing.read(SqliteStoreTest::texts))).isInstanceOf(StoreUnavailableException.class);
            assertThat(log.containing("refuses reads")).hasSize(1);
        }
    }
}
