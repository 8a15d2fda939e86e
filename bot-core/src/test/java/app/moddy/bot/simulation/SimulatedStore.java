package app.moddy.bot.simulation;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.store.StoreUncertainException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The real store of one process, on a disk that takes its time and fails now and then. */
public final class SimulatedStore implements Store {
    private static final String FAIL = "INSERT INTO sim_waste (bytes) VALUES (zeroblob(4000000))";

    /** Shorter than in truth, so that callers are told within what they wait for. */
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(3);

    private final Simulation simulation;
    private final VirtualProcess process;
    private final Disk disk;
    private final SteppedStore store;
    private List<String> watch = List.of();
    private boolean watching;
    private boolean draining;
    private @Nullable Clock server;
    private boolean cut;
    private Group next = new Group();
    private long awayUntil;
    private Runnable beforeNextWrite = () -> {};

    /** The works of one commit. */
    private static final class Group {
        private boolean isLost;
        private Duration found = Duration.ZERO;
    }

    /** How the disk is; may change at any time. */
    public static final class Disk {
        private Duration slowest = Duration.ofMillis(4);
        private Duration slowestEver = slowest;
        private double failing;
        private double losing;
        private boolean everLosing;

        /** All is well. */
        public void mend() {
            set(Duration.ofMillis(4), 0);
        }

        /** From now on of so many commits on a server nobody hears what became of them. */
        public void lose(double losingCommits) {
            losing = losingCommits;
            everLosing |= losing > 0;
        }

        /** Whether there were any. */
        public boolean hasLost() {
            return everLosing;
        }

        /** From now on: how long a commit takes at most, and how many fail. */
        public void set(Duration slowestCommit, double failingCommits) {
            slowest = slowestCommit;
            failing = failingCommits;
            slowestEver = slowest.compareTo(slowestEver) > 0 ? slowest : slowestEver;
        }

        /** How long a commit took at most so far. */
        public Duration slowestEver() {
            return slowestEver;
        }
    }

    /** The database in this folder, as this process sees it. */
    public SimulatedStore(Simulation simulation, VirtualProcess process, Path folder, Disk disk) {
        this.simulation = simulation;
        this.process = process;
        this.disk = disk;
        this.store = SteppedStore.in(folder, process, false);
    }

    /** From now on it is as a server that others share: it speaks PostgreSQL, and its clock is the true one. */
    public SimulatedStore asServer() {
        return asServer(new MachineClock(simulation.time()));
    }

    /** As above, with this for its clock. */
    public SimulatedStore asServer(Clock its) {
        server = its;
        return this;
    }

    /** The process is cut off from it, or no longer. */
    public void cut(boolean now) {
        cut = now;
    }

    private <T> Work<T> translated(Work<T> work) {
        Clock its = server;
        return its == null ? work : sql -> work.on(new ServerSql(sql, its::millis));
    }

    /** Once, just before the next work is handed over. */
    public void beforeNextWrite(Runnable task) {
        beforeNextWrite = task;
    }

    /** Statements that the process's connection runs before anything else: what is temporary goes with the connection. */
    public void watch(List<String> statements) {
        watch = statements;
    }

    @Override
    public <T> CompletionStage<T> write(Work<T> work) {
        Runnable first = beforeNextWrite;
        beforeNextWrite = () -> {};
        first.run();
        if (simulation.time().nanos() < awayUntil) {
            return failed();
        }
        Group group = next;
        CompletableFuture<T> told = new CompletableFuture<>();
        store.write(translated(work)).whenComplete((result, failure) -> {
            if (group.isLost) {
                process.in(
                        group.found, () -> told.completeExceptionally(new StoreUncertainException("simulated", null)));
            } else if (failure == null) {
                told.complete(result);
            } else {
                told.completeExceptionally(failure);
            }
        });
        if (!draining) {
            draining = true;
            process.in(latency(), this::drain);
        }
        return told;
    }

    private <T> CompletionStage<T> failed() {
        CompletableFuture<T> failed = new CompletableFuture<>();
        process.execute(() -> failed.completeExceptionally(new StoreUnavailableException("simulated", null)));
        return failed;
    }

    @Override
    public <T> CompletionStage<T> read(Work<T> work) {
        if (cut || simulation.dice().chance(disk.failing)) {
            return failed();
        }
        return store.read(translated(work));
    }

    private Duration latency() {
        return Duration.ofNanos(simulation.dice().nextLong(disk.slowest.toNanos()));
    }

    private void drain() {
        draining = false;
        boolean fails = cut || simulation.dice().chance(disk.failing);
        if (fails) {
            simulation.note("%s: a commit fails", process);
            store.write(SimulatedStore::fail);
        } else if (!watching) {
            watch.forEach(statement -> store.write(sql -> sql.update(statement)));
        }
        watching = !fails; // else the store has connected anew
        if (server != null && simulation.dice().chance(disk.losing)) {
            lose(fails);
        }
        next = new Group();
        store.drainOnce();
    }

    /** Whether it is written or not, those who handed it over are told that nobody knows, and not at once. */
    private void lose(boolean fails) {
        simulation.note("%s: nobody knows what became of a commit: it is %swritten", process, fails ? "not " : "");
        next.isLost = true;
        next.found = simulation.dice().between(Duration.ZERO, LONGEST_DOUBT);
        awayUntil = simulation.time().nanos() + next.found.toNanos();
    }

    /** The disk is full. */
    private static int fail(Sql sql) {
        sql.first("PRAGMA max_page_count = 1", row -> row.getLong(1));
        return sql.update(FAIL);
    }

    /** The process was killed. */
    public void crash() {
        store.crash();
    }

    /** The process ends by itself: what waits is written. */
    public void close() {
        store.close();
    }
}
