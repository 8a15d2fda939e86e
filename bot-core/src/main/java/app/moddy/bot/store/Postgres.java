package app.moddy.bot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** PostgreSQL: a server that several instances of the bot may share. They write one after the other. */
final class Postgres implements Engine {
    /** Its table. */
    static final String PROBE = "store_probe";

    /**
     * Since when the server has not crashed; each crash discards the statistics, also one of a single session's process. After it the numbers
     * of transactions that were not on the disk are given to others.
     * <a href="https://www.postgresql.org/docs/15/monitoring-stats.html">PostgreSQL: the cumulative statistics system</a>
     */
    static final String SINCE_CRASH =
            "pg_postmaster_start_time() || ' ' || COALESCE(CAST(pg_stat_get_bgwriter_stat_reset_time() AS text), '')";

    private static final String PROBING = "UPDATE " + PROBE + " SET at = at + 1";

    private static final int OLDEST = 15;

    /** "moddy" in ASCII; such a lock is known in its database only. */
    private static final long WRITERS_LOCK = 0x6d6f646479L;

    /**
     * Nothing is waited for longer than callers wait. Who has the writers' lock and goes silent, since its machine was switched
     * off, loses it. And a commit is on the disk, also where the server's own setting says otherwise.
     */
    private static final String SESSION = "SET lock_timeout = '4s'; SET statement_timeout = '5s';"
            + " SET idle_in_transaction_session_timeout = '3s';"
            + " SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit') = 'off'";

    private static final String PATIENCE = "10s";

    /** For who starts, beside others who may be bringing tables up to date. */
    private static final String STARTING = "SET lock_timeout = '" + PATIENCE + "'; SET statement_timeout = '12s'";

    /** For who keeps all others from writing, which takes its time. */
    private static final String HOLDING = "SET lock_timeout = '" + PATIENCE + "';"
            + " SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET idle_session_timeout = 0;"
            + " SET synchronous_commit = 'on'";

    private final PostgresUrl url;

    Postgres(PostgresUrl url) {
        this.url = url;
    }

    @Override
    public String name() {
        return url.name();
    }

    @Override
    public void take() throws StoreFaultException {
        requireAddress();
        try (Statements sql = new Statements(connect(url.starting(), STARTING), Dialect.POSTGRESQL, true)) {
            requireVersion(sql);
            try {
                makeProbeUnlessThere(sql);
            } catch (StoreUnavailableException e) {
                throw sql.heldUp() > 0 ? busy(e) : unusable(e);
            }
        } catch (StoreUnavailableException e) {
            throw unusable(e);
        }
    }

    /** Where it is there, who starts waits for nobody who brings tables up to date: it may have nothing to do there itself. */
    private void makeProbeUnlessThere(Statements sql) {
        boolean isThere = one(sql, "SELECT CAST(to_regclass('" + PROBE + "') IS NOT NULL AS text)")
                .equals("true");
        if (!isThere || sql.update(PROBING) == 0) { // a standby refuses it
            begin(sql);
            makeProbe(sql);
            sql.execute("COMMIT");
        }
    }

    /**
     * Connects, for the one who fills it or changes its tables: until the connection is closed, no bot writes.
     *
     * @throws StoreFaultException with what to mend
     */
    Connection forFilling() throws StoreFaultException {
        requireAddress();
        try {
            Connection connection = connect(url.patient(), HOLDING);
            Statements sql = new Statements(connection, Dialect.POSTGRESQL, true);
            try {
                requireVersion(sql);
                sql.list("SELECT pg_advisory_lock(?)", row -> 0, WRITERS_LOCK);
                return connection;
            } catch (StoreFaultException e) {
                sql.close();
                throw e;
            } catch (StoreUnavailableException e) {
                sql.close();
                if (sql.heldUp() > 0) {
                    throw busy(e);
                }
                throw e;
            }
        } catch (StoreUnavailableException e) {
            throw unusable(e);
        }
    }

    /** What {@link #probe} needs. A database that has it was a bot's, or is filled for one. */
    static void makeProbe(Sql sql) {
        sql.update("CREATE TABLE IF NOT EXISTS " + PROBE + " (at BIGINT NOT NULL)");
        sql.update("INSERT INTO " + PROBE + " (at) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM " + PROBE + ")");
    }

    private void requireAddress() throws StoreFaultException {
        Optional<String> obstacle = url.obstacle();
        if (obstacle.isPresent()) {
            throw new StoreFaultException(obstacle.get(), null);
        }
    }

    private StoreFaultException busy(Exception e) {
        return new StoreFaultException(
                "Somebody writes to " + name() + " for longer than " + PATIENCE + ": another instance that brings its"
                        + " tables up to date, or moddy migrate-store. Start again when that has ended",
                e,
                true);
    }

    private StoreFaultException unusable(StoreUnavailableException e) {
        Trouble trouble = SqlErrors.trouble(e);
        Throwable cause = e.getCause();
        return new StoreFaultException(
                "The database " + name() + " can not be used, " + trouble.what()
                        + (cause == null ? "" : " (" + cause.getMessage() + ")") + ". " + trouble.mend(),
                e,
                trouble.passes());
    }

    private void requireVersion(Statements sql) throws StoreFaultException {
        int version = Integer.parseInt(one(sql, "SHOW server_version_num")) / 10_000;
        if (version < OLDEST) {
            throw new StoreFaultException(
                    "The database " + name() + " is PostgreSQL " + version + ": the bot needs " + OLDEST + " or newer",
                    null);
        }
        String encoding = one(sql, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new StoreFaultException(
                    "The database " + name() + " has the encoding " + encoding + ": the bot needs UTF8", null);
        }
    }

    private static String one(Statements sql, String query) {
        return sql.first(query, row -> row.getString(1)).orElseThrow();
    }

    @Override
    public void release() {}

    @Override
    public Statements writer() {
        return new Statements(connect(url.impatient(), SESSION), Dialect.POSTGRESQL, true);
    }

    @Override
    public Statements reader() {
        return new Statements(connect(url.impatient(), SESSION), Dialect.POSTGRESQL, false);
    }

    private static Connection connect(DataSource source, String session) {
        try {
            Connection connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(session);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }

    @Override
    public DataSource forMigrations() {
        return url.patient();
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Hold hold() throws StoreFaultException {
        return new Statements(forFilling(), Dialect.POSTGRESQL, true)::close;
    }

    /**
     * READ COMMITTED: a later statement sees what was committed by whoever had the lock before. Rows are waited for less than the
     * lock is, so that one who waits for rows does not make the other instances fail.
     */
    @Override
    public Transaction begin(Statements sql) {
        sql.execute("BEGIN ISOLATION LEVEL READ COMMITTED");
        sql.list("SELECT pg_advisory_xact_lock(?)", row -> 0, WRITERS_LOCK);
        String id = one(
                sql,
                "SELECT CAST(pg_current_xact_id() AS text) || ' ' || " + SINCE_CRASH
                        + ", set_config('lock_timeout', '2s', true)");
        return () -> isCommitted(id.split(" ", 2)[0], id.split(" ", 2)[1]);
    }

    @Override
    public void waitForNobody(Statements sql) {
        sql.execute("SET LOCAL lock_timeout = '5ms'");
    }

    /** Waits until that transaction is over: until then it has the lock. */
    private boolean isCommitted(String transaction, String sinceCrash) {
        try (Statements sql = new Statements(connect(url.hasty(), SESSION), Dialect.POSTGRESQL, true)) {
            begin(sql);
            boolean committed =
                    one(sql, "SELECT pg_xact_status('" + transaction + "')").equals("committed");
            if (committed && !one(sql, "SELECT " + SINCE_CRASH).equals(sinceCrash)) {
                throw new StoreUncertainException("the database server has crashed since", null);
            }
            return committed;
        }
    }

    @Override
    public void beginSnapshot(Statements sql) {
        sql.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    @Override
    public void probe(Sql sql) {
        sql.update(PROBING);
    }

    @Override
    public Upkeep upkeep() {
        return Upkeep.NONE;
    }

    @Override
    public double size() {
        return Double.NaN;
    }

    @Override
    public double room() {
        return Double.NaN;
    }
}
