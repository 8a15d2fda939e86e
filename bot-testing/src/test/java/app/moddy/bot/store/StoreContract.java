package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database keeps, step by step, on one thread. */
abstract class StoreContract {
    static final String INSERT = "INSERT INTO note (id, text) VALUES ((SELECT COALESCE(max(id), 0) + 1 FROM note), ?)";

    @TempDir
    Path folder;

    SteppedStore store;

    /** Of the database of this test. */
    abstract SteppedStore connect();

    /** As another program sees it. */
    abstract List<String> onDisk() throws Exception;

    @BeforeEach
    void open() {
        store = connect();
        written(store.write(sql -> sql.update("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    <T> T written(CompletionStage<T> stage) {
        store.drainOnce();
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture().join();
    }

    CompletionStage<Integer> write(String text) {
        return store.write(sql -> sql.update(INSERT, text));
    }

    static List<String> texts(Sql sql) {
        return sql.list("SELECT text FROM note ORDER BY id", row -> row.getString(1));
    }

    List<String> committed() {
        return store.read(StoreContract::texts).toCompletableFuture().join();
    }

    static Throwable failure(CompletionStage<?> stage) {
        assertThat(stage.toCompletableFuture()).isDone();
        try {
            stage.toCompletableFuture().join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    @Test
    void aStageCompletesWhenWhatWasWrittenIsOnTheDiskAndNoSooner() throws Exception {
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
        CompletionStage<List<String>> third = store.write(StoreContract::texts);
        assertThat(written(first)).isEqualTo(1);
        assertThat(written(second)).as("on the disk before the commit").isEmpty();
        assertThat(written(third)).as("what came before").containsExactly("a", "b");
        assertThat(onDisk()).containsExactly("a", "b");
        assertThat(store.drainOnce()).isFalse();
    }

    @Test
    void worksAreRunOnceWhereNoneFails() {
        List<String> runs = new ArrayList<>();
        CompletionStage<Boolean> first = store.write(sql -> runs.add("first"));
        CompletionStage<Boolean> second = store.write(sql -> runs.add("second"));
        written(first);
        written(second);
        assertThat(runs).containsExactly("first", "second");
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
        assertThat(failure(twice)).isInstanceOf(IllegalStateException.class).hasMessageMatching("(?is).*unique.*");
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
        store = connect();
        assertThat(committed()).containsExactly("a");
    }

    @Test
    void aWorkThatGoesOnAfterSqlWasRefusedDisturbsNoOther() {
        CompletionStage<Integer> before = write("a");
        CompletionStage<Integer> going = store.write(StoreContract::goesOnAfterARefusal);
        CompletionStage<Integer> after = write("b");
        written(before);
        written(after);
        assertThat(going.toCompletableFuture()).isDone();
        assertThat(committed()).containsExactly("a", "b");
    }

    /** Nobody behind it finds out that PostgreSQL keeps nothing of the transaction. */
    @Test
    void suchAWorkDisturbsNoOtherWhereItIsTheLastEither() {
        CompletionStage<Integer> before = write("a");
        CompletionStage<Integer> going = store.write(StoreContract::goesOnAfterARefusal);
        written(before);
        assertThat(going.toCompletableFuture()).isDone();
        assertThat(committed()).containsExactly("a");
    }

    private static int goesOnAfterARefusal(Sql sql) {
        try {
            return sql.update("INSRT INTO note VALUES (1)");
        } catch (IllegalStateException hidden) {
            return 0;
        }
    }

    @Test
    void everyKindOfArgumentArrives() {
        written(store.write(
                sql -> sql.update("CREATE TABLE kind (a TEXT, b BIGINT, c INTEGER, d INTEGER, e TEXT, f BIGINT)")));
        written(store.write(sql -> sql.update(
                "INSERT INTO kind (a, b, c, d, e, f) VALUES (?, ?, ?, ?, ?, ?)", "x", 1L << 40, 7, true, null, null)));

        List<String> row = store.read(sql -> sql.list(
                        "SELECT a, b, c, d, e, f FROM kind",
                        kind -> kind.getString(1) + " " + kind.getLong(2) + " " + kind.getInt(3) + " " + kind.getInt(4)
                                + " " + kind.getString(5) + " " + kind.getObject(6)))
                .toCompletableFuture()
                .join();
        assertThat(row).containsExactly("x 1099511627776 7 1 null null");

        CompletionStage<Integer> unknown = store.write(sql -> sql.update(INSERT, 1.5));
        store.drainOnce();
        assertThat(failure(unknown)).hasMessageContaining("no argument of a statement");
    }
}
