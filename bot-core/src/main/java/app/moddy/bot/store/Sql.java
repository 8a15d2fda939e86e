package app.moddy.bot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one transaction. For the thread that got it, until its work returns. Write SQL that SQLite and
 * PostgreSQL both understand. Arguments, one for each {@code ?}, are {@link String}, {@link Long}, {@link Integer}, {@link
 * Boolean} (0 or 1 in the database) or null.
 *
 * <p>All methods throw {@link StoreUnavailableException} when the database fails, and {@link IllegalStateException} for SQL that
 * it refuses: a bug.
 */
public interface Sql {
    /** Runs an INSERT, UPDATE or DELETE; returns how many rows it changed. */
    int update(String sql, @Nullable Object... arguments);

    /** The rows of a query. */
    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... arguments);

    /** The first row of a query, if there is one. */
    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... arguments);

    /** Which database it is, for the few things that have no common words. */
    Dialect dialect();

    /** Makes a value of the row that the result set stands on. */
    @FunctionalInterface
    interface Reader<T> {
        /** Reads it; does not move on. */
        T read(ResultSet row) throws SQLException;
    }
}
