package app.moddy.bot.store;

import java.sql.SQLException;
import java.util.Set;

/**
 * What PostgreSQL's SQLSTATEs mean (<a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL: error
 * codes</a>).
 */
final class PostgresStates {
    /** What was asked for is wrong: features, cardinality, data, constraints, states, syntax. */
    private static final Set<String> CLASSES_OF_BUGS = Set.of(
            "0A", "20", "21", "22", "23", "24", "25", "26", "2B", "2D", "2F", "34", "38", "39", "3B", "42", "44", "55",
            "P0");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private PostgresStates() {}

    static boolean isBug(SQLException e) {
        return trouble(e) == Trouble.OTHER && CLASSES_OF_BUGS.contains(classOf(state(e)));
    }

    /** It has waited for a lock for as long as it may. */
    static boolean isHeldUp(SQLException e) {
        return state(e).equals(LOCK_NOT_AVAILABLE);
    }

    static Trouble trouble(SQLException e) {
        String state = state(e);
        return switch (state) {
            case "40001", "40P01" -> Trouble.CONFLICT;
            case LOCK_NOT_AVAILABLE, "57014" -> Trouble.HELD; // waited too long for a lock, or for anything
            case "53100" -> Trouble.FULL;
            case "53300" -> Trouble.NO_CONNECTION;
            case "25006" -> Trouble.STANDBY;
            case "42501" -> Trouble.NOT_ALLOWED;
            case "25P03", "57P01", "57P02", "57P03", "57P05" ->
                Trouble.NO_ANSWER; // it has ended the session, or starts
            case "3D000", "57P04" -> Trouble.REFUSED;
            case "58030" -> Trouble.BROKEN_DISK;
            default -> ofClass(classOf(state));
        };
    }

    private static Trouble ofClass(String begin) {
        return switch (begin) {
            case "08" -> Trouble.NO_ANSWER;
            case "28" -> Trouble.REFUSED;
            default -> Trouble.OTHER;
        };
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }

    private static String classOf(String state) {
        return state.length() < 2 ? "" : state.substring(0, 2);
    }
}
