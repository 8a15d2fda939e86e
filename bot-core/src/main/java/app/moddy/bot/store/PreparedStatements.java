package app.moddy.bot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements of one connection, each prepared once; the least used are closed when there are many. For one thread. */
final class PreparedStatements {
    private static final Logger log = LoggerFactory.getLogger(PreparedStatements.class);
    private static final int MOST = 256;

    private final Connection connection;
    private final Map<String, Prepared> bySql = new LinkedHashMap<>(MOST, 0.75f, true);

    PreparedStatements(Connection connection) {
        this.connection = connection;
    }

    /**
     * One of them.
     *
     * @param parameters how many it has: PostgreSQL is asked over the network
     */
    record Prepared(PreparedStatement statement, int parameters) {}

    Prepared get(String sql) throws SQLException {
        Prepared known = bySql.get(sql);
        if (known != null) {
            return known;
        }
        Prepared prepared = prepare(sql);
        bySql.put(sql, prepared);
        if (bySql.size() > MOST) {
            Iterator<Prepared> eldest = bySql.values().iterator();
            PreparedStatement closing = eldest.next().statement();
            eldest.remove();
            closing.close();
        }
        return prepared;
    }

    private Prepared prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            return new Prepared(
                    statement,
                    sql.indexOf('?') < 0 ? 0 : statement.getParameterMetaData().getParameterCount());
        } catch (SQLException e) {
            close(statement);
            throw e;
        }
    }

    /** It failed: the next one is prepared anew. */
    void discard(String sql) {
        Prepared failed = bySql.remove(sql);
        if (failed != null) {
            close(failed.statement());
        }
    }

    private static void close(PreparedStatement failed) {
        try {
            failed.close();
        } catch (SQLException e) { // its connection closes it, or has
            log.debug("A statement that failed did not close", e);
        }
    }
}
