package app.moddy.bot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection and its transactions. For one thread at a time. */
final class Statements implements Sql, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Statements.class);

    private final Connection connection;
    private final Dialect dialect;
    private final boolean writes;
    private final PreparedStatements prepared;
    private long changes;
    private long refusals;
    private long heldUp;
    private @Nullable StoreUnavailableException broken;

    Statements(Connection connection, Dialect dialect, boolean writes) {
        this.connection = connection;
        this.dialect = dialect;
        this.writes = writes;
        this.prepared = new PreparedStatements(connection);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        if (!writes) {
            throw new IllegalStateException("a read writes nothing");
        }
        int rows = run(sql, arguments, PreparedStatement::executeUpdate);
        changes += rows;
        return rows;
    }

    /** How many rows were changed so far, those of transactions that were rolled back, too. */
    long changes() {
        return changes;
    }

    /** How many statements have failed so far, also when who ran them has caught that. */
    long refusals() {
        return refusals;
    }

    /** How many of them have waited in vain for what others had locked. */
    long heldUp() {
        return heldUp;
    }

    @Override
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... arguments) {
        return run(sql, arguments, statement -> {
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        });
    }

    @Override
    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... arguments) {
        return run(sql, arguments, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        });
    }

    /** Shows somebody the rows of a query, one after the other: there may be more than fit into memory. */
    void each(String sql, Sight sight) {
        run(sql, new Object[0], statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sight.of(rows);
                }
            }
            return 0;
        });
    }

    /** Runs a statement that has no arguments and no result. */
    void execute(String sql) {
        run(sql, new Object[0], PreparedStatement::execute);
    }

    /** Sets a pragma, such as {@code busy_timeout = 0}; what it answers is not looked at. */
    void set(String pragma) {
        list("PRAGMA " + pragma, row -> 0);
    }

    /** Throws what made the database fail since this was opened, also when a work has caught it. */
    void requireUnbroken() {
        if (broken != null) {
            throw broken;
        }
    }

    private <T> T run(String sql, @Nullable Object[] arguments, Execution<T> execution) {
        StatementEvent event = new StatementEvent();
        event.begin();
        try {
            PreparedStatements.Prepared known = prepared.get(sql);
            bind(known, arguments);
            return execution.of(known.statement());
        } catch (SQLException e) {
            refusals++;
            prepared.discard(sql); // the driver may not be able to use it again
            RuntimeException failure = SqlErrors.of(e);
            if (writes && SqlErrors.isHeldUp(e)) { // no fault of the database: others may be written
                heldUp++;
            } else if (failure instanceof StoreUnavailableException unavailable && broken == null) {
                broken = unavailable;
            }
            throw failure;
        } finally {
            event.sql = sql;
            event.commit();
        }
    }

    /** A statement that was used before still has its arguments of then, hence the count. */
    private static void bind(PreparedStatements.Prepared known, @Nullable Object[] arguments) throws SQLException {
        if (arguments.length != known.parameters()) {
            throw new IllegalStateException(known.parameters() + " arguments expected, " + arguments.length + " given");
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(known.statement(), i + 1, arguments[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        if (argument == null) {
            statement.setNull(index, Types.NULL);
        } else if (argument instanceof String text) {
            statement.setString(index, text);
        } else if (argument instanceof Long number) {
            statement.setLong(index, number);
        } else if (argument instanceof Integer number) {
            statement.setInt(index, number);
        } else if (argument instanceof Boolean truth) {
            statement.setInt(index, truth ? 1 : 0);
        } else {
            throw new IllegalStateException("no argument of a statement: " + argument.getClass());
        }
    }

    /** Rolls back what was not committed. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) { // its file is let go all the same
            log.warn("The database connection did not close", e);
        }
    }

    /** Sees the row that the result set stands on. */
    @FunctionalInterface
    interface Sight {
        void of(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
