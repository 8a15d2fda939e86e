package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import app.moddy.bot.user.UserLanguages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Erases users: what waits for them is not sent, and nothing kept names them. Their rows stay without them for as long as
 * others do, so that a repeated {@code Idempotency-Key} is still refused. Thread-safe.
 */
public final class Erasure {
    private static final String ERASE = "UPDATE notification SET user_id = NULL, plan = NULL, metadata = NULL,"
            + " language = NULL, warnings = '[]', inbox = NULL, lease_owner = NULL, due_at = NULL, doubt_at = NULL,"
            + " doubt_owner = NULL, finished_at = COALESCE(finished_at, ?),"
            + " outcome = CASE WHEN outcome = 'pending' THEN 'erased' ELSE outcome END WHERE user_id = ?";

    private final Store store;
    private final Messenger messenger;
    private final UserLanguages languages;
    private final Leases leases;
    private final Waiters waiters;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    @Inject
    Erasure(
            Store store,
            Messenger messenger,
            UserLanguages languages,
            Leases leases,
            Waiters waiters,
            DeliveryMetrics metrics,
            Clock clock) {
        this.store = store;
        this.messenger = messenger;
        this.languages = languages;
        this.leases = leases;
        this.waiters = waiters;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Erases this user; completes with the number of notifications that were theirs. */
    public CompletionStage<Integer> erase(Snowflake user) {
        leases.revoke(user);
        return store.write(sql -> erase(sql, user)).thenCompose(erased -> {
            erased.pending().forEach(one -> tell(one, user));
            CompletionStage<Void> channel = messenger.forget(user);
            return languages.forget(user).thenCombine(channel, (language, done) -> erased.rows());
        });
    }

    private record Pending(long id, String action, boolean test) {}

    private record Erased(List<Pending> pending, int rows) {}

    private Erased erase(Sql sql, Snowflake user) {
        List<Pending> pending = sql.list(
                "SELECT id, action, test FROM notification WHERE user_id = ? AND outcome = 'pending'",
                row -> new Pending(row.getLong(1), row.getString(2), row.getBoolean(3)),
                user.id());
        sql.update(
                "DELETE FROM notification_attempt WHERE notification_id IN"
                        + " (SELECT id FROM notification WHERE user_id = ?)",
                user.id());
        return new Erased(pending, sql.update(ERASE, clock.millis(), user.id()));
    }

    private void tell(Pending one, Snowflake user) {
        metrics.finished(one.action(), Outcome.ERASED, one.test());
        NotificationLog.finished(Long.toString(one.id()), user, Outcome.ERASED, "");
        waiters.finished(
                one.id(),
                accepted -> new Standing(
                        accepted.id(),
                        accepted.action(),
                        Outcome.ERASED,
                        "",
                        false,
                        false,
                        List.of(),
                        accepted.attempts(),
                        accepted.acceptedAt(),
                        Instant.ofEpochMilli(clock.millis()),
                        null));
    }
}
