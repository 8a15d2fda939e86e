package app.moddy.bot.store;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Reads beside the writer, as many at once as there are threads, each with a connection that is kept. Thread-safe. */
final class Readers {
    private final Engine engine;
    private final StoreHealth health;
    private final Executor threads;
    private final Absence absence = new Absence();
    private final Deque<Statements> idle = new ConcurrentLinkedDeque<>();

    Readers(Engine engine, StoreHealth health, Executor threads) {
        this.engine = engine;
        this.health = health;
        this.threads = threads;
    }

    <T> CompletionStage<T> read(Store.Work<T> work, Executor completions) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        try {
            long since = absence.require();
            threads.execute(() -> answer(work, since, stage, completions));
        } catch (RejectedExecutionException e) {
            stage.completeExceptionally(new StoreUnavailableException("too many reads wait, or the bot stops", e));
        } catch (StoreUnavailableException e) {
            stage.completeExceptionally(e);
        }
        return stage;
    }

    private <T> void answer(Store.Work<T> work, long since, CompletableFuture<T> stage, Executor completions) {
        try {
            absence.beginsAfterWaiting(since);
        } catch (StoreUnavailableException e) { // found by another, who has told of it
            completions.execute(() -> stage.completeExceptionally(e));
            return;
        }
        long begun = System.nanoTime();
        try {
            T result = tried(work);
            health.works();
            completions.execute(() -> stage.complete(result));
        } catch (Throwable e) { // whatever it is, it is for who handed the work over
            absence.failed(e, Duration.ofNanos(System.nanoTime() - begun));
            if (e instanceof StoreUnavailableException unavailable) {
                health.failed(unavailable);
            }
            completions.execute(() -> stage.completeExceptionally(e));
        }
    }

    private <T> T tried(Store.Work<T> work) {
        try {
            T result = snapshot(work);
            absence.answers();
            return result;
        } finally {
            absence.ends();
        }
    }

    private <T> T snapshot(Store.Work<T> work) {
        Statements sql = begun();
        try {
            T result = work.on(sql);
            sql.requireUnbroken();
            sql.execute("COMMIT");
            idle.push(sql);
            return result;
        } catch (Throwable e) {
            sql.close(); // nobody knows what state it is in
            throw e;
        }
    }

    /** A connection that was kept may have been lost since: then another is as good. */
    private Statements begun() {
        Statements kept = idle.poll();
        if (kept == null) {
            return begun(engine.reader());
        }
        try {
            return begun(kept);
        } catch (StoreUnavailableException e) {
            if (!SqlErrors.isLost(e)) {
                throw e;
            }
            return begun(engine.reader());
        }
    }

    private Statements begun(Statements sql) {
        try {
            engine.beginSnapshot(sql);
            return sql;
        } catch (Throwable e) {
            sql.close();
            throw e;
        }
    }

    /** Closes the connections; no read is under way any more. */
    void close() {
        for (Statements sql = idle.poll(); sql != null; sql = idle.poll()) {
            sql.close();
        }
    }
}
