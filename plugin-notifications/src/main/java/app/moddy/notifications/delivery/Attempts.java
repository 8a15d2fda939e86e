package app.moddy.notifications.delivery;

import app.moddy.bot.message.MetadataWarning;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Records how attempts end. A result counts only while its attempt holds the lease. */
final class Attempts {
    private final Store store;
    private final Run run;
    private final Clock clock;

    @Inject
    Attempts(Store store, Run run, Clock clock) {
        this.store = store;
        this.run = run;
        this.clock = clock;
    }

    static void begun(Sql sql, long id, int number, Instant now) {
        sql.update(
                "INSERT INTO notification_attempt (notification_id, number, started_at) VALUES (?, ?, ?)",
                id,
                number,
                now.toEpochMilli());
    }

    /**
     * What the record of an ending led to.
     *
     * @param counted false: somebody else has taken over, or the user was erased
     * @param moreOfUser whether other notifications of the user are pending, which this one held back
     */
    record Recorded(boolean counted, boolean moreOfUser) {}

    /** @param again whether it was tried to record this before, which may have succeeded without our knowing */
    CompletionStage<Recorded> end(Attempt attempt, Ending ending, boolean again) {
        return store.write(sql -> {
            long now = clock.millis();
            boolean counted = update(sql, attempt, ending, now) == 1 || (again && isRecorded(sql, attempt, ending));
            if (counted && ending.isFinal() && !ending.warnings().isEmpty()) {
                warn(sql, attempt, ending);
            }
            sql.update(
                    "UPDATE notification_attempt SET ended_at = ?, result = ?, code = ?"
                            + " WHERE notification_id = ? AND number = ? AND ended_at IS NULL",
                    now,
                    ending.result(),
                    ending.code(),
                    attempt.id(),
                    attempt.number());
            return new Recorded(
                    counted, isMorePending(sql, attempt, ending.reach().name()));
        });
    }

    private int update(Sql sql, Attempt attempt, Ending ending, long now) {
        Doubt doubt = ending.doubt();
        Instant dueAt = ending.dueAt();
        return sql.update(
                "UPDATE notification SET outcome = ?, code = ?, retryable = ?,"
                        // what was taken back from the inbox comes back unless it is delivered
                        + " inbox = CASE WHEN ? = 1 THEN 'waiting' WHEN inbox IS NULL OR ? = 1 THEN NULL"
                        + " WHEN ? = 1 THEN 'waiting' ELSE inbox END, lease_owner = NULL, due_at = ?, reach = ?,"
                        + " doubt_at = ?, doubt_owner = ?, finished_at = ?,"
                        + " metadata = CASE WHEN ? = 1 THEN NULL ELSE metadata END"
                        + " WHERE id = ? AND outcome = 'pending' AND lease_owner = ? AND attempts = ?",
                ending.outcome().text(),
                ending.code(),
                ending.retryable(),
                ending.toInbox(),
                ending.outcome() == Outcome.DELIVERED,
                ending.isFinal(),
                dueAt == null ? null : dueAt.toEpochMilli(),
                ending.reach().name(),
                doubt == null ? null : doubt.since().toEpochMilli(),
                doubt == null ? null : doubt.owner(),
                ending.isFinal() ? now : null,
                ending.outcome() == Outcome.DELIVERED,
                attempt.id(),
                run.id(),
                attempt.number());
    }

    private static boolean isRecorded(Sql sql, Attempt attempt, Ending ending) {
        return sql.first(
                        "SELECT 1 FROM notification AS n JOIN notification_attempt AS a ON a.notification_id = n.id"
                                + " AND a.number = n.attempts WHERE n.id = ? AND n.attempts = ? AND n.lease_owner IS NULL"
                                + " AND n.outcome = ? AND n.code = ? AND a.ended_at IS NOT NULL AND a.result = ?",
                        row -> true,
                        attempt.id(),
                        attempt.number(),
                        ending.outcome().text(),
                        ending.code(),
                        ending.result())
                .isPresent();
    }

    /** Seldom: the text of an action has failed. */
    private static void warn(Sql sql, Attempt attempt, Ending ending) {
        String before = sql.first(
                        "SELECT warnings FROM notification WHERE id = ?", row -> row.getString(1), attempt.id())
                .orElseThrow();
        List<MetadataWarning> all = ending.warningsAfter(NoticeJson.warnings(before));
        sql.update("UPDATE notification SET warnings = ? WHERE id = ?", NoticeJson.write(all), attempt.id());
    }

    /** Those that wait too are in the queue of this reach from now on. */
    private static boolean isMorePending(Sql sql, Attempt attempt, String reach) {
        List<String> others = sql.list(
                "SELECT DISTINCT reach FROM notification WHERE user_id = ? AND outcome = 'pending' AND id <> ?",
                row -> row.getString(1),
                attempt.user().id(),
                attempt.id());
        if (others.stream().anyMatch(other -> !other.equals(reach))) {
            sql.update(
                    "UPDATE notification SET reach = ? WHERE user_id = ? AND outcome = 'pending'",
                    reach,
                    attempt.user().id());
        }
        return !others.isEmpty();
    }
}
