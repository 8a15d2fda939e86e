package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Gives up what was tried for long enough: also while nothing can be tried. */
final class Expiry {
    private static final int MOST_AT_ONCE = 500;

    private static final String DUE = "SELECT id, user_id, action, test, code, doubt_at FROM notification"
            + " WHERE outcome = 'pending' AND COALESCE(retried_at, accepted_at) <= ?"
            + " AND (lease_owner IS NULL OR (lease_owner <> ? AND due_at <= ?)) LIMIT ?";

    private static final String FINISH = "UPDATE notification SET outcome = ?, retryable = ?, finished_at = ?,"
            + " inbox = CASE WHEN inbox IN ('retried', 'mentioned') THEN 'waiting' ELSE inbox END,"
            + " lease_owner = NULL, due_at = NULL, doubt_at = NULL, doubt_owner = NULL WHERE id = ?";

    private final Store store;
    private final NotificationSettings settings;
    private final StaffQuestions staff;
    private final DeliveryMetrics metrics;
    private final Run run;
    private final Clock clock;

    @Inject
    Expiry(
            Store store,
            NotificationSettings settings,
            StaffQuestions staff,
            DeliveryMetrics metrics,
            Run run,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.staff = staff;
        this.metrics = metrics;
        this.run = run;
        this.clock = clock;
    }

    private record Expired(long id, Snowflake user, String action, boolean test, String code, Outcome outcome) {}

    /** Gives up some; true: there may be more. */
    CompletionStage<Boolean> giveUp() {
        return store.write(this::finish).thenApply(expired -> {
            expired.forEach(this::tell);
            return expired.size() == MOST_AT_ONCE;
        });
    }

    private void tell(Expired one) {
        String ref = Long.toString(one.id());
        NotificationLog.finished(ref, one.user(), one.outcome(), one.code());
        metrics.finished(one.action(), one.outcome(), one.test());
        if (one.outcome() == Outcome.UNCERTAIN) {
            staff.ask(ref, one.user(), one.action());
        }
    }

    private List<Expired> finish(Sql sql) {
        long now = clock.millis();
        List<Expired> due = sql.list(
                DUE,
                row -> new Expired(
                        row.getLong("id"),
                        new Snowflake(row.getLong("user_id")),
                        row.getString("action"),
                        row.getBoolean("test"),
                        row.getString("code"),
                        row.getString("doubt_at") == null ? Outcome.EXPIRED : Outcome.UNCERTAIN),
                now - settings.giveUpAfter().toMillis(),
                run.id(),
                now,
                MOST_AT_ONCE);
        due.forEach(one -> sql.update(FINISH, one.outcome().text(), one.outcome() == Outcome.EXPIRED, now, one.id()));
        return due;
    }
}
