package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.config.Secret;
import app.moddy.bot.testing.LogLines;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances on one database, others who are no bot, and a network that fails. */
class SharedDatabaseTest {
    private static final String CONFLICT =
            "DO $$ BEGIN RAISE EXCEPTION 'somebody else was in the way' USING ERRCODE = '40001'; END $$";

    /** As the driver sends it: with the zero that ends it. */
    private static final String COMMIT = "COMMIT\0";

    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final List<SteppedStore> opened = new ArrayList<>();

    private SteppedStore instance() {
        SteppedStore store =
                SteppedStore.on(new Postgres(new PostgresUrl(Secret.of(network.url(database)))), Runnable::run);
        opened.add(store);
        return store;
    }

    @BeforeEach
    void make() {
        database.execute("CREATE TABLE counter (name TEXT PRIMARY KEY, number BIGINT NOT NULL)");
        database.execute("INSERT INTO counter VALUES ('a', 0), ('b', 0)");
    }

    @AfterEach
    void drop() {
        opened.forEach(SteppedStore::close);
        network.close();
        database.close();
    }

    /** What a plugin's author writes for SQLite: it reads, then writes what follows from that. */
    private static long increment(Sql sql, String name) {
        long next = number(sql, name) + 1;
        sql.update("UPDATE counter SET number = ? WHERE name = ?", next, name);
        return next;
    }

    private static long number(Sql sql, String name) {
        return sql.first("SELECT number FROM counter WHERE name = ?", row -> row.getLong(1), name)
                .orElseThrow();
    }

    private static long number(SteppedStore store, String name) {
        return store.read(sql -> number(sql, name)).toCompletableFuture().join();
    }

    private static CompletableFuture<Void> begun(Runnable task) {
        return CompletableFuture.runAsync(task, command -> new Thread(command).start());
    }

    @Test
    void worksOfSeveralInstancesAreRunOneAfterTheOther() {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SteppedStore store = instance();
            threads.add(begun(() -> {
                for (int j = 0; j < 50; j++) {
                    var unused = store.write(sql -> increment(sql, "a"));
                    store.drainOnce();
                }
            }));
        }
        threads.forEach(CompletableFuture::join);
        assertThat(number(instance(), "a")).isEqualTo(150);
    }

    @Test
    void aCommitThatOthersWereInTheWayOfIsTriedAgain() {
        assertThat(failsAtFirst(2)).isEqualTo(3);
        assertThat(number(instance(), "a")).isEqualTo(1);
        assertThat(number(instance(), "b")).isEqualTo(1);
    }

    @Test
    void thenEachOfItsWorksIsTriedAlone() {
        assertThat(failsAtFirst(5)).isEqualTo(6);
        assertThat(number(instance(), "a")).isEqualTo(1);
        assertThat(number(instance(), "b")).isEqualTo(1);
    }

    @Test
    void inTheEndItIsRefusedAndTheOthersAreWritten() {
        assertThat(failsAtFirst(100)).isEqualTo(6);
        assertThat(number(instance(), "a")).isZero();
        assertThat(number(instance(), "b")).isEqualTo(1);
    }

    /** How often the work was tried that counts a. */
    private int failsAtFirst(int conflicts) {
        SteppedStore store = instance();
        AtomicInteger tries = new AtomicInteger();
        CompletionStage<Long> a = store.write(sql -> {
            long next = increment(sql, "a");
            if (tries.incrementAndGet() <= conflicts) {
                sql.update(CONFLICT);
            }
            return next;
        });
        CompletionStage<Long> b = store.write(sql -> increment(sql, "b"));
        store.drainOnce();
        assertThat(a.toCompletableFuture()).isDone();
        assertThat(b.toCompletableFuture()).isCompletedWithValue(1L);
        return tries.get();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundOut() {
        SteppedStore store = instance();
        network.lose(COMMIT, true);
        CompletionStage<Long> written = store.write(sql -> increment(sql, "a"));
        store.drainOnce();
        assertThat(written.toCompletableFuture()).isCompletedWithValue(1L);
        assertThat(number(store, "a")).isEqualTo(1);
    }

    @Test
    void aCommitThatNeverArrivedHasFailed() {
        SteppedStore store = instance();
        network.lose(COMMIT, false);
        CompletionStage<Long> written = store.write(sql -> increment(sql, "a"));
        store.drainOnce();
        assertUnavailable(written);
        assertThat(number(store, "a")).isZero();
    }

    /** Rows that somebody else has locked fail who needs them, and after one wait for all. */
    @Test
    void whoNeedsARowThatAnotherProgramHoldsFailsAlone() throws Exception {
        SteppedStore store = instance();
        try (Connection other = database.connect();
                Statement statement = other.createStatement();
                LogLines log = LogLines.of(GroupCommits.class)) {
            other.setAutoCommit(false);
            statement.execute("SELECT number FROM counter WHERE name = 'a' FOR UPDATE");
            CompletionStage<Long> before = store.write(sql -> increment(sql, "b"));
            CompletionStage<Long> held = store.write(sql -> increment(sql, "a"));
            List<CompletionStage<Long>> heldToo = new ArrayList<>();
            for (int i = 0; i < 8; i++) { // more than a turn takes: else the next turn would wait as long again
                heldToo.add(store.write(sql -> {
                    sql.list("SELECT pg_sleep(0.05)", row -> 0);
                    return increment(sql, "a");
                }));
            }
            CompletionStage<Long> after = store.write(sql -> increment(sql, "b"));
            long begun = System.nanoTime();
            store.drainOnce();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(3_500));
            assertUnavailable(held);
            heldToo.forEach(SharedDatabaseTest::assertUnavailable);
            assertThat(before.toCompletableFuture()).isCompletedWithValue(1L);
            assertThat(after.toCompletableFuture()).isCompletedWithValue(2L);
            assertThat(log.containing("Another program holds rows of the database"))
                    .hasSize(1);
            other.rollback();
        }
        CompletionStage<Long> later = store.write(sql -> increment(sql, "a"));
        store.drainOnce();
        assertThat(later.toCompletableFuture()).isCompletedWithValue(1L);
    }

    @Test
    void theOtherInstancesWaitLongerForWhoWritesThanItDoesForRows() throws Exception {
        SteppedStore store = instance();
        SteppedStore other = instance();
        try (Connection program = database.connect();
                Statement statement = program.createStatement()) {
            program.setAutoCommit(false);
            statement.execute("SELECT number FROM counter WHERE name = 'a' FOR UPDATE");
            CountDownLatch writing = new CountDownLatch(1);
            CompletionStage<Long> held = store.write(sql -> {
                writing.countDown();
                return increment(sql, "a");
            });
            CompletableFuture<Void> thread = begun(store::drainOnce);
            writing.await();
            CompletionStage<Long> written = other.write(sql -> increment(sql, "b"));
            other.drainOnce();
            assertThat(written.toCompletableFuture()).isCompletedWithValue(1L);
            thread.join();
            assertUnavailable(held);
            program.rollback();
        }
    }

    private static void assertUnavailable(CompletionStage<?> stage) {
        assertThat(stage.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailableException.class);
    }

    /** So that it takes seconds for all of them. */
    private CompletionStage<Long> slow(SteppedStore store, AtomicInteger runs) {
        return store.write(sql -> {
            runs.incrementAndGet();
            sql.list("SELECT pg_sleep(0.1)", row -> 0);
            return increment(sql, "a");
        });
    }

    private static long done(List<CompletionStage<Long>> works) {
        return works.stream()
                .filter(work -> work.toCompletableFuture().isDone())
                .count();
    }

    /** The other instances wait meanwhile. */
    @Test
    void whatThereIsNoTimeForWaitsForTheNextTurn() {
        SteppedStore store = instance();
        AtomicInteger runs = new AtomicInteger();
        List<CompletionStage<Long>> works = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            works.add(slow(store, runs));
        }
        store.drainOnce();
        assertThat(done(works)).isBetween(1L, 5L);
        assertThat(number(instance(), "a")).isEqualTo(done(works)).isEqualTo(runs.get());
        works.add(store.write(sql -> increment(sql, "a")));
        while (store.drainOnce()) {}
        for (int i = 0; i < works.size(); i++) {
            assertThat(works.get(i).toCompletableFuture()).isCompletedWithValue(i + 1L);
        }
        assertThat(runs).as("each is run once").hasValue(6);
    }

    @Test
    void soItDoesWhereOneFailsAndAllAreRunAgain() {
        SteppedStore store = instance();
        AtomicInteger runs = new AtomicInteger();
        List<CompletionStage<Long>> works = new ArrayList<>();
        CompletionStage<Long> failing = store.write(sql -> {
            throw new IllegalArgumentException("second thoughts");
        });
        for (int i = 0; i < 6; i++) {
            works.add(slow(store, runs));
        }
        store.drainOnce();
        assertThat(failing.toCompletableFuture()).isCompletedExceptionally();
        assertThat(done(works)).isBetween(0L, 5L);
        while (store.drainOnce()) {}
        assertThat(number(instance(), "a")).isEqualTo(6);
        assertThat(works.get(5).toCompletableFuture()).isCompletedWithValue(6L);
    }

    /** It was not in the transaction. */
    @Test
    void whatWaitsForTheNextTurnDoesNotFailWithThisOne() {
        SteppedStore store = instance();
        AtomicInteger runs = new AtomicInteger();
        List<CompletionStage<Long>> works = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            works.add(slow(store, runs));
        }
        network.lose(COMMIT, false);
        store.drainOnce();
        assertUnavailable(works.get(0));
        assertThat(works.get(3).toCompletableFuture()).isNotDone();
        long failed = done(works);
        while (store.drainOnce()) {}
        assertThat(works.get(3).toCompletableFuture()).isCompletedWithValue(4 - failed);
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpWithinSecondsAndFoundAgain() {
        SteppedStore store = instance();
        assertThat(number(store, "a")).isZero();
        network.silent(true);
        long begun = System.nanoTime();
        CompletionStage<Long> written = store.write(sql -> increment(sql, "a"));
        store.drainOnce();
        assertUnavailable(written);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));

        network.silent(false);
        CompletionStage<Long> later = store.write(sql -> increment(sql, "a"));
        store.drainOnce();
        assertThat(later.toCompletableFuture()).isCompletedWithValue(1L);
    }

    /** Its machine was switched off, say: the server does not hear of that. */
    @Test
    void anInstanceThatGoesSilentWhileItWritesHoldsUpTheOthersForSecondsOnly() throws Exception {
        SteppedStore silent = instance();
        SteppedStore other = instance();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletionStage<Long> lost = silent.write(sql -> {
            long next = increment(sql, "a");
            writing.countDown();
            await(goOn);
            return next + number(sql, "a");
        });
        CompletableFuture<Void> thread = begun(silent::drainOnce);
        writing.await();

        CompletionStage<Long> written = other.write(sql -> increment(sql, "a"));
        other.drainOnce();
        assertThat(written.toCompletableFuture()).isCompletedWithValue(1L);
        goOn.countDown();
        thread.join();
        assertUnavailable(lost);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
