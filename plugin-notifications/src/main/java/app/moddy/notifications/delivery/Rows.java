package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How rows of the table become what they stand for. */
final class Rows {
    static final String STANDING =
            "SELECT id, action, outcome, code, retryable, inbox, warnings, attempts, accepted_at,"
                    + " finished_at, lease_owner, due_at FROM notification ";

    static final String ATTEMPT = "SELECT id, attempts, user_id, action, plan, metadata, language, test, accepted_at,"
            + " retried_at, inbox, doubt_at, doubt_owner FROM notification ";

    /** Whether what it says is still kept: 1 or 0, since a truth is not a number in every database. */
    static final String CONTENT = "CASE WHEN metadata IS NULL THEN 0 ELSE 1 END AS content";

    private Rows() {}

    static Standing standing(ResultSet row) throws SQLException {
        boolean underWay = row.getString("lease_owner") != null;
        return new Standing(
                row.getLong("id"),
                row.getString("action"),
                Outcome.of(row.getString("outcome")),
                row.getString("code"),
                row.getInt("retryable") != 0,
                InboxState.of(row.getString("inbox")).isThere(),
                NoticeJson.warnings(row.getString("warnings")),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                instant(row, "finished_at"),
                underWay ? null : instant(row, "due_at"));
    }

    /** The attempt that is begun now with this row as it was before. */
    static Sql.Reader<Attempt> nextAttempt(Instant now, long erasures) {
        return row -> {
            Instant doubtAt = instant(row, "doubt_at");
            Instant retriedAt = instant(row, "retried_at");
            Instant acceptedAt = Instant.ofEpochMilli(row.getLong("accepted_at"));
            return new Attempt(
                    row.getLong("id"),
                    row.getInt("attempts") + 1,
                    new Snowflake(row.getLong("user_id")),
                    notice(row),
                    acceptedAt,
                    retriedAt == null ? acceptedAt : retriedAt,
                    now,
                    doubtAt == null ? null : new Doubt(doubtAt, row.getString("doubt_owner")),
                    InboxState.of(row.getString("inbox")) == InboxState.TAKEN_BACK_MENTIONED,
                    erasures);
        };
    }

    /** What the notice of a row says. */
    static StoredNotice notice(ResultSet row) throws SQLException {
        return new StoredNotice(
                row.getString("action"),
                row.getString("plan"),
                row.getString("metadata"),
                row.getString("language"),
                row.getInt("test") != 0);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
