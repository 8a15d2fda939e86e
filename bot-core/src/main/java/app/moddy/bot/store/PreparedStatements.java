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

    /**
     * One of them.
     *
     * @param parameters how many arguments it takes: to ask the driver each time is as dear as a small statement
     */
    record Prepared(PreparedStatement statement, int parameters) {}

    PreparedStatements(Connection connection) {
        this.connection = connection;
    }

    Prepared get(String sql) throws SQLException {
        Prepared known = bySql.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        Prepared prepared =
                new Prepared(statement, statement.getParameterMetaData().getParameterCount());
        bySql.put(sql, prepared);
        if (bySql.size() > MOST) {
            Iterator<Prepared> eldest = bySql.values().iterator();
            Prepared closing = eldest.next();
            eldest.remove();
            closing.statement().close();
        }
        return prepared;
    }

    /** It failed: the next one is prepared anew. */
    void discard(String sql) {
        Prepared failed = bySql.remove(sql);
        if (failed != null) {
            try {
                failed.statement().close();
            } catch (SQLException e) { // its connection closes it, or has
                log.debug("A statement that failed did not close", e);
            }
        }
    }
}
