package app.moddy.bot.store;

import app.moddy.bot.metrics.Histogram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one that writes: what waits goes into one transaction, so that a sync of the disk serves many. */
final class Writer {
    private static final int TRIES = 3;

    /** Others wait meanwhile for their turn: a small part of what they wait for. */
    private static final Duration TURN = Duration.ofMillis(250);

    private static final Duration ANY = Duration.ofDays(1);

    /** As long as a sync takes on a fast disk. */
    private static final Duration GATHER = Duration.ofMillis(1);

    /** Up to so many in a commit, to wait for more costs more than the commits that it saves, unless one takes long. */
    private static final int CROWD = 16;

    /** To wait for company is little beside such a commit: a slow disk, or a database elsewhere. */
    private static final Duration LONG = Duration.ofMillis(5);

    private final StoreHealth health;
    private final GroupCommits commits;
    private final WriteQueue queue;
    private final Upkeep upkeep;
    private final Duration turn;
    private final Absence absence = new Absence();
    private @Nullable Thread thread;
    private int lastGroup;
    private long lastTook;
    private long begun;

    /**
     * Does nothing by itself until it is started.
     *
     * @param commits how long transactions take
     */
    Writer(Engine engine, StoreHealth health, Histogram commits, StoreLimits limits) {
        this.health = health;
        this.commits = new GroupCommits(engine, commits, this::away);
        this.queue = new WriteQueue(limits.waitingWrites());
        this.upkeep = engine.upkeep();
        this.turn = engine.isShared() ? TURN : ANY;
    }

    <T> CompletionStage<T> add(Store.Work<T> work, Executor completions) {
        Write<T> write = new Write<>(work, completions);
        try {
            absence.require();
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
            while (queue.await(upkeep.untilDue())) {
                gather();
                drainOnce();
                keepUpIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A moment's patience makes one commit of several; where few write, they would be idle meanwhile. */
    private void gather() throws InterruptedException {
        if (lastGroup > CROWD || (lastGroup > 1 && lastTook > LONG.toNanos())) {
            TimeUnit.NANOSECONDS.sleep(GATHER.toNanos());
        }
    }

    private void keepUpIfDue() {
        if (upkeep.untilDue().toNanos() > 0) {
            return;
        }
        upkeep.later();
        try {
            upkeep.run(commits.connect());
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** Writes what waits now, or as much of it as there is time for; false when nothing does. For one thread at a time. */
    boolean drainOnce() {
        List<Write<?>> group = queue.poll();
        lastGroup = group.size();
        if (group.isEmpty()) {
            return false;
        }
        begun = System.nanoTime();
        absence.begins();
        try {
            write(new Group(group, turn), TRIES);
        } finally {
            absence.ends();
            lastTook = System.nanoTime() - begun;
        }
        return true;
    }

    private void write(Group group, int tries) {
        try {
            boolean changed = commits.commit(group);
            absence.answers();
            if (changed) { // else: a full disk takes a transaction that changes nothing
                health.works();
                upkeep.written();
            }
        } catch (RuntimeException | Error e) {
            failed(e, group, tries);
            return;
        }
        queue.putBack(group.left());
        Write.settle(group.works());
    }

    /** Works have no effects but those on the database, so those that others were in the way of are run again. */
    private void failed(Throwable failure, Group group, int tries) {
        if (SqlErrors.isConflict(failure) && tries > 1) {
            commits.disconnect();
            write(group, tries - 1);
        } else if (SqlErrors.isConflict(failure) && group.works().size() > 1) {
            commits.disconnect();
            queue.putBack(group.left());
            group.works().forEach(write -> write(new Group(List.of(write), turn), TRIES));
        } else {
            failed(failure);
            queue.putBack(group.left());
            group.works().forEach(write -> write.fail(failure));
            absence.failed(failure, Duration.ofNanos(System.nanoTime() - begun));
            absence.known().ifPresent(this::failWaiting); // who waits has waited for as long
        }
    }

    /** A commit is waited for that the server no longer answers; who comes now is told so at once. */
    private void away(StoreUnavailableException failure) {
        absence.found(failure);
        failWaiting(failure);
    }

    /** Whatever it is, the thread goes on: else all later writes would wait for ever. */
    private void failed(Throwable failure) {
        commits.disconnect();
        if (failure instanceof StoreUnavailableException unavailable) {
            health.failed(unavailable);
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
        failWaiting(late);
        if (thread == null || !thread.isAlive()) { // else it writes at this moment, and the end of the process ends it
            commits.disconnect();
        }
    }

    private void failWaiting(Throwable reason) {
        for (List<Write<?>> rest = queue.poll(); !rest.isEmpty(); rest = queue.poll()) {
            rest.forEach(write -> write.fail(reason));
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
