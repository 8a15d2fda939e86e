package app.moddy.bot.store;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that fails from SQL that is wrong. */
final class SqlErrors {
    /** ERROR, CONSTRAINT, MISMATCH, MISUSE, RANGE; 0 is the driver's own complaint about how it is used. */
    private static final Set<Integer> BUGS = Set.of(0, 1, 19, 20, 21, 25);

    private SqlErrors() {}

    /** What to throw. */
    static RuntimeException of(SQLException e) {
        if (BUGS.contains(e.getErrorCode())) {
            return new IllegalStateException("the database refuses it: " + e.getMessage(), e);
        }
        return new StoreUnavailableException(Trouble.of(e.getErrorCode()).what(), e);
    }

    /** What made the database fail. */
    static Trouble trouble(StoreUnavailableException e) {
        return e.getCause() instanceof SQLException cause ? Trouble.of(cause.getErrorCode()) : Trouble.OTHER;
    }
}
