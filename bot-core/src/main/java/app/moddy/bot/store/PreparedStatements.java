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
    private final Map<String, PreparedStatement> bySql = new LinkedHashMap<>(MOST, 0.75f, true);

    PreparedStatements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement get(String sql) throws SQLException {
        PreparedStatement known = bySql.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        bySql.put(sql, prepared);
        if (bySql.size() > MOST) {
            Iterator<PreparedStatement> eldest = bySql.values().iterator();
            PreparedStatement closing = eldest.next();
            eldest.remove();
            closing.close();
        }
        return prepared;
    }

    /** It failed: the next one is prepared anew. */
    void discard(String sql) {
        PreparedStatement failed = bySql.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) { // its connection closes it, or has
                log.debug("A statement that failed did not close", e);
            }
        }
    }
}
