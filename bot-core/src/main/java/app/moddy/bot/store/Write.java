package app.moddy.bot.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A work that waits to be written, and what came of it. For one thread at a time, but for the stage. */
final class Write<T> {
    /** More are left to other threads of the same place: what follows one may take a while, or block by mistake. */
    private static final int TOLD_IN_ONE_GO = 16;

    private final Store.Work<T> work;
    private final Executor completions;
    private final CompletableFuture<T> stage = new CompletableFuture<>();
    private Runnable outcome = () -> {};

    /** @param completions where its stage completes: whatever follows must not hold up the writing */
    Write(Store.Work<T> work, Executor completions) {
        this.work = work;
        this.completions = completions;
    }

    CompletionStage<T> stage() {
        return stage;
    }

    /**
     * Does it inside the transaction of its group. Throws only when the database fails.
     *
     * @return false: it has failed, or SQL of it was refused, so that nothing may be kept of the transaction
     */
    boolean runAmong(Statements sql) {
        long refused = sql.refusals();
        try {
            T result = work.on(sql);
            outcome = () -> stage.complete(result);
        } catch (Throwable e) { // it is told when it is thrown apart from the others, too
            sql.requireUnbroken();
            return false;
        }
        sql.requireUnbroken();
        return sql.refusals() == refused;
    }

    /** Does it inside a transaction; what it throws undoes this work alone. Throws only when the database fails. */
    void runApart(Statements sql) {
        sql.execute("SAVEPOINT work");
        try {
            T result = work.on(sql);
            sql.requireUnbroken();
            // in the try: after SQL that it refused PostgreSQL keeps nothing of a work, though the work went on
            sql.execute("RELEASE work");
            outcome = () -> stage.complete(result);
        } catch (Throwable e) { // whatever it is, it is for who handed the work over
            outcome = () -> stage.completeExceptionally(e);
            sql.requireUnbroken();
            sql.execute("ROLLBACK TO work");
            sql.execute("RELEASE work");
        }
    }

    /** Tells what came of these, once they are on the disk: a thread woken for each costs more than most of what follows. */
    static void settle(List<Write<?>> group) {
        group.stream()
                .collect(Collectors.groupingBy(write -> write.completions))
                .forEach(Write::settleAt);
    }

    private static void settleAt(Executor place, List<Write<?>> writes) {
        for (int from = 0; from < writes.size(); from += TOLD_IN_ONE_GO) {
            List<Write<?>> some = writes.subList(from, Math.min(from + TOLD_IN_ONE_GO, writes.size()));
            place.execute(() -> some.forEach(write -> write.outcome.run()));
        }
    }

    /** Tells that nothing of it was written. */
    void fail(Throwable reason) {
        completions.execute(() -> stage.completeExceptionally(reason));
    }
}
