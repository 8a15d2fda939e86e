package app.moddy.bot.store;

import app.moddy.bot.metrics.Histogram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The one that writes: what waits goes into one transaction, so that a sync of the disk serves many. */
final class Writer {
    private final SqliteFile file;
    private final StoreHealth health;
    private final Histogram commits;
    private final WriteQueue queue;
    private final WriteAheadLog log;
    private @Nullable Thread thread;
    private @Nullable Statements open;

    /**
     * Does nothing by itself until it is started.
     *
     * @param commits how long transactions take
     */
    Writer(SqliteFile file, StoreHealth health, Histogram commits, StoreLimits limits) {
        this.file = file;
        this.health = health;
        this.commits = commits;
        this.queue = new WriteQueue(limits.waitingWrites());
        this.log = new WriteAheadLog(limits.logKept(), System::nanoTime);
    }

    <T> CompletionStage<T> add(Store.Work<T> work, Executor completions) {
        Write<T> write = new Write<>(work, completions);
        try {
            queue.add(write);
        } catch (StoreUnavailableException e) {
            return CompletableFuture.failedStage(e);
        }
        return write.stage();
    }

    /** How many works wait to be written. */
    int waiting() {
        return queue.size();
    }

    /** Drains from now on, on a thread of its own. */
    void start() {
        thread = new Thread(this::drain, "store-writer");
        thread.setDaemon(true);
        thread.start();
    }

    private void drain() {
        try {
            while (queue.await(log.untilDue())) {
                drainOnce();
                emptyLogIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void emptyLogIfDue() {
        if (!log.isDue()) {
            return;
        }
        log.later();
        try {
            log.emptyOut(connect());
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** Writes what waits now; false when nothing does. For one thread at a time. */
    boolean drainOnce() {
        List<Write<?>> group = queue.poll();
        if (group.isEmpty()) {
            return false;
        }
        boolean written;
        try {
            written = commit(group);
        } catch (RuntimeException | Error e) {
            failed(e);
            group.forEach(write -> write.fail(e));
            return true;
        }
        if (written) { // else: a full disk takes a transaction that changes nothing
            health.works();
            log.written();
        }
        group.forEach(write -> write.settle());
        return true;
    }

    /** Whatever it is, the thread goes on: else all later writes would wait for ever. */
    private void failed(Throwable failure) {
        disconnect();
        if (failure instanceof StoreUnavailableException unavailable) {
            health.failed(unavailable);
        }
    }

    /** Returns whether it has changed anything. */
    private boolean commit(List<Write<?>> group) {
        long begun = System.nanoTime();
        Statements sql = connect();
        long before = sql.changes();
        sql.execute("BEGIN IMMEDIATE");
        group.forEach(write -> write.runOn(sql));
        sql.execute("COMMIT");
        commits.observe(Duration.ofNanos(System.nanoTime() - begun));
        return sql.changes() > before;
    }

    private Statements connect() {
        if (open == null) {
            open = file.writer();
        }
        return open;
    }

    /** After a failure nobody knows what state a connection is in; a new one begins with what is committed. */
    private void disconnect() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /**
     * Writes what waits; what does not get its turn within this time fails. Takes no more from now on. Idempotent.
     *
     * @param limit zero: nothing is written any more
     */
    void close(Duration limit) {
        queue.close();
        if (thread == null) {
            drainUnlessNone(limit);
        } else {
            await(thread, limit);
        }
        StoreUnavailableException late = new StoreUnavailableException("the bot stops", null);
        for (List<Write<?>> rest = queue.poll(); !rest.isEmpty(); rest = queue.poll()) {
            rest.forEach(write -> write.fail(late));
        }
        if (thread == null || !thread.isAlive()) { // else it writes at this moment, and the end of the process ends it
            disconnect();
        }
    }

    private void drainUnlessNone(Duration limit) {
        boolean written = !limit.isZero();
        while (written) {
            written = drainOnce();
        }
    }

    private static void await(Thread ending, Duration limit) {
        try {
            ending.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
