package app.moddy.bot.store;

import javax.sql.DataSource;

/** In what the databases differ for the store. Thread-safe, but for {@link #take} and {@link #release}. */
interface Engine {
    /** For the log: which database it is; no secrets. */
    String name();

    /**
     * Makes sure that it can be used, and prepares what {@link #probe} needs.
     *
     * @throws StoreFaultException with what to mend
     */
    void take() throws StoreFaultException;

    /** Lets it go; no connection is open any more. Idempotent. */
    void release();

    /** Connects, for the one writer; throws {@link StoreUnavailableException} when that can not be done now. */
    Statements writer();

    /** Connects, for one reader; throws {@link StoreUnavailableException} when that can not be done now. */
    Statements reader();

    /** Connections for migrations. */
    DataSource forMigrations();

    /** Whether other processes may use it, too. */
    boolean isShared();

    /**
     * Keeps all others from writing, also this process, until it is closed.
     *
     * @throws StoreFaultException when they do not let it in time
     */
    Hold hold() throws StoreFaultException;

    /** Begins the writer's transaction: from now on nobody else writes, in this process or another. */
    Transaction begin(Statements sql);

    /** From now on what this transaction of the writer's finds locked fails at once: it has been waited for already. */
    void waitForNobody(Statements sql);

    /** Begins a transaction that sees one moment. */
    void beginSnapshot(Statements sql);

    /** Writes something whose commit tells whether there is room for more. */
    void probe(Sql sql);

    /** A new one, for one writer. */
    Upkeep upkeep();

    /** How large the database is, in bytes; NaN when it is not ours to say. */
    double size();

    /** What is free on its disk, in bytes; NaN when it is not ours to say. */
    double room();

    /** Nobody else writes. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** A transaction of the writer's. */
    @FunctionalInterface
    interface Transaction {
        /**
         * Whether it was committed after all, asked when COMMIT itself has failed: the answer may have been lost, not the
         * request. Throws {@link StoreUnavailableException} when nobody can tell now.
         */
        boolean isCommittedAfterAll();
    }
}
