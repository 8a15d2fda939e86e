package app.moddy.bot.store;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.sqlite.NativeLibraryNotFoundException;

/** Tells a database that fails from SQL that is wrong. */
final class SqlErrors {
    /** SQLite's ERROR, CONSTRAINT, MISMATCH, MISUSE, RANGE; 0 is the driver's own complaint about how it is used. */
    private static final Set<Integer> BUGS = Set.of(0, 1, 19, 20, 21, 25);

    private SqlErrors() {}

    /** What to throw. */
    static RuntimeException of(SQLException e) {
        boolean bug = e instanceof PSQLException
                ? PostgresStates.isBug(e)
                : BUGS.contains(e.getErrorCode()) && !lacksLibrary(e);
        return bug
                ? new IllegalStateException("the database refuses it: " + e.getMessage(), e)
                : new StoreUnavailableException(trouble(e).what(), e);
    }

    /** What made the database fail. */
    static Trouble trouble(StoreUnavailableException e) {
        return e.getCause() instanceof SQLException cause ? trouble(cause) : Trouble.OTHER;
    }

    /** The same of the driver's own. */
    static Trouble trouble(SQLException e) {
        if (e instanceof PSQLException) {
            return PostgresStates.trouble(e);
        }
        return lacksLibrary(e) ? Trouble.NO_LIBRARY : Trouble.of(e.getErrorCode());
    }

    private static boolean lacksLibrary(SQLException e) {
        return e.getCause() instanceof NativeLibraryNotFoundException;
    }

    /** Whether others were in the way, so that the same may succeed at once. */
    static boolean isConflict(Throwable failure) {
        return failure instanceof StoreUnavailableException e
                && !(e instanceof StoreUncertainException) // it may have been done
                && trouble(e) == Trouble.CONFLICT;
    }

    /** Whether somebody else has locked what a statement needs: the transaction is over, the connection is as good as before. */
    static boolean isHeldUp(SQLException e) {
        return e instanceof PSQLException && PostgresStates.isHeldUp(e);
    }

    /** Whether the connection was lost, so that another may do: not when the server has just kept us waiting. */
    static boolean isLost(StoreUnavailableException e) {
        Throwable cause = e.getCause();
        return trouble(e) == Trouble.NO_ANSWER
                && cause != null
                && !(cause.getCause() instanceof SocketTimeoutException);
    }
}
