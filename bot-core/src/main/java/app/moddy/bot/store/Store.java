package app.moddy.bot.store;

import java.util.concurrent.CompletionStage;

/**
 * The bot's database. Nobody waits for it: work is handed over, and its stage completes on threads of the
 * bot, or of the plugin that asked.
 * Thread-safe.
 */
public interface Store {
    /**
     * Runs the work in a transaction, all or nothing. Works are run one after the other, those of other
     * instances on the same database too, in the order in which they were handed over; perhaps more than once until one run
     * counts. The stage completes once what was written is on the disk.
     *
     * @param work has no effects but those on the database: its commit may still fail
     * @return fails with {@link StoreUnavailableException} when it can not be written now (nothing of it is there then, unless
     *     it is a {@link StoreUncertainException}), and with what the work threw
     */
    <T> CompletionStage<T> write(Work<T> work);

    /**
     * Reads what has been committed; a snapshot as of the work's first query.
     *
     * @return fails with {@link StoreUnavailableException} when it can not be read now, and with what the work threw
     */
    <T> CompletionStage<T> read(Work<T> work);

    /** What is done with the database in one go; blocks the thread that it is given, so it is short. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T on(Sql sql);
    }
}
