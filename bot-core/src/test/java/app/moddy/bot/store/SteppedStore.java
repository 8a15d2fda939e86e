package app.moddy.bot.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The real store without threads of its own: it writes when it is told to, so that a simulation decides when, and can crash
 * it before. For one thread.
 */
public final class SteppedStore implements Store, AutoCloseable {
    private final Engine engine;
    private final DatabaseStore source;
    private final Store store;
    private boolean crashed;

    private SteppedStore(Engine engine, StoreLimits limits, Executor tasks) {
        this.engine = engine;
        this.source = new DatabaseStore(
                engine, limits, new StoreHealth("writes", engine.name()), (took, labels) -> {}, tasks);
        this.store = source.on(task -> complete(task, tasks));
    }

    /**
     * The database of this folder, which is there.
     *
     * @param tasks runs the reads, and completes the stages
     * @param synced whether it really syncs; without it a test is faster, and loses nothing unless the machine dies
     */
    public static SteppedStore in(Path folder, Executor tasks, boolean synced) {
        StoreLimits limits = new StoreLimits(
                synced ? "FULL" : "OFF",
                () -> 0,
                StoreLimits.DEFAULT.waitingWrites(),
                StoreLimits.DEFAULT.waitingReads(),
                StoreLimits.DEFAULT.logKept());
        return new SteppedStore(new Sqlite(folder, limits), limits, tasks);
    }

    /** A database that is there. */
    static SteppedStore on(Engine engine, Executor tasks) {
        return new SteppedStore(engine, StoreLimits.DEFAULT, tasks);
    }

    /** As {@link Database#migrate}; without an owner, core's. */
    public void migrate(String owner, Class<?> beside) throws StoreFaultException {
        Migrations.of(engine.forMigrations(), owner, beside).run(engine);
    }

    @Override
    public <T> CompletionStage<T> write(Work<T> work) {
        return store.write(work);
    }

    @Override
    public <T> CompletionStage<T> read(Work<T> work) {
        return store.read(work);
    }

    /** Writes what waits now in one commit; false when nothing does. */
    public boolean drainOnce() {
        return source.drainOnce();
    }

    /** As if the process had been killed: what waits is lost, and nobody hears of it. */
    public void crash() {
        crashed = true;
        source.close(Duration.ZERO);
    }

    private void complete(Runnable task, Executor tasks) {
        if (!crashed) {
            tasks.execute(task);
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        source.close(Duration.ofSeconds(3));
    }
}
