package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What is kept of notifications, for staff. Thread-safe; reads only. */
public final class History {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,18}");
    private static final int DIGITS_OF_AN_ID = 19; // since 2022, and for decades

    private static final String LIFE = "SELECT id, action, outcome, code, retryable, inbox, warnings, attempts,"
            + " accepted_at, finished_at, lease_owner, due_at, user_id, test, idempotency_key,"
            + " " + Rows.CONTENT + ", retried_at FROM notification ";

    private final Store store;

    @Inject
    History(Store store) {
        this.store = store;
    }

    /** This user's notifications, the newest first. */
    public CompletionStage<List<Life>> of(Snowflake user, int skipped, int most) {
        return store.read(sql -> sql.list(
                LIFE + "WHERE user_id = ? ORDER BY id DESC LIMIT ? OFFSET ?", History::life, user.id(), most, skipped));
    }

    /** How many there are of this user, and how many of them are pending. */
    public CompletionStage<Count> count(Snowflake user) {
        return store.read(sql -> sql.first(
                        "SELECT count(*), COALESCE(sum(CASE WHEN outcome = 'pending' THEN 1 ELSE 0 END), 0)"
                                + " FROM notification WHERE user_id = ?",
                        row -> new Count(row.getLong(1), row.getLong(2)),
                        user.id())
                .orElseThrow());
    }

    /**
     * Numbers of notifications.
     *
     * @param all in any state
     * @param pending those that are still to be delivered
     */
    public record Count(long all, long pending) {}

    /** The notification of this id. */
    public CompletionStage<Optional<Life>> life(long id) {
        return store.read(sql -> sql.first(LIFE + "WHERE id = ?", History::life, id));
    }

    /** Its attempts, the latest first. Empty also when its user was erased. */
    public CompletionStage<List<PastAttempt>> attempts(long id, int skipped, int most) {
        return store.read(sql -> sql.list(
                "SELECT number, started_at, ended_at, result, code FROM notification_attempt"
                        + " WHERE notification_id = ? ORDER BY number DESC LIMIT ? OFFSET ?",
                History::attempt,
                id,
                most,
                skipped));
    }

    /** This user's pending ones, the oldest first. */
    public CompletionStage<List<Life>> pending(Snowflake user, int most) {
        return store.read(sql -> sql.list(
                LIFE + "WHERE user_id = ? AND outcome = 'pending' ORDER BY id LIMIT ?",
                History::life,
                user.id(),
                most));
    }

    /** Which notifications are wanted. */
    public enum Which {
        /** Any. */
        ALL(""),
        /** Those that staff may retry. */
        RETRYABLE(" AND user_id IS NOT NULL AND metadata IS NOT NULL AND outcome NOT IN ('delivered', 'erased')");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /** Those whose ref begins like this, the newest first; none when it is no beginning of a ref. */
    public CompletionStage<List<Life>> recent(String beginning, Which which, int most) {
        Range ids = Range.of(beginning);
        return store.read(sql -> sql.list(
                LIFE + "WHERE id BETWEEN ? AND ?" + which.condition + " ORDER BY id DESC LIMIT ?",
                History::life,
                ids.first(),
                ids.last(),
                most));
    }

    /** The ids of 19 digits that begin with the same ones: so the primary key finds them. */
    private record Range(long first, long last) {
        static Range of(String beginning) {
            if (beginning.isEmpty()) {
                return new Range(0, Long.MAX_VALUE);
            }
            if (!DIGITS.matcher(beginning).matches()) {
                return new Range(1, 0);
            }
            int missing = DIGITS_OF_AN_ID - beginning.length();
            return new Range(filled(beginning, "0", missing), filled(beginning, "9", missing));
        }

        private static long filled(String beginning, String digit, int missing) {
            try {
                return Long.parseLong(beginning + digit.repeat(missing));
            } catch (NumberFormatException e) { // beyond the largest id there is
                return Long.MAX_VALUE;
            }
        }
    }

    private static Life life(ResultSet row) throws SQLException {
        long user = row.getLong("user_id");
        boolean ofUser = !row.wasNull();
        return new Life(
                Rows.standing(row),
                ofUser ? Optional.of(new Snowflake(user)) : Optional.empty(),
                row.getInt("test") != 0,
                Optional.ofNullable(row.getString("idempotency_key")),
                InboxState.of(row.getString("inbox")),
                row.getInt("content") != 0,
                Rows.instant(row, "retried_at"));
    }

    private static PastAttempt attempt(ResultSet row) throws SQLException {
        String result = row.getString("result");
        String code = row.getString("code");
        return new PastAttempt(
                row.getInt("number"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Rows.instant(row, "ended_at"),
                result == null ? "" : result,
                code == null ? "" : code);
    }
}
