package app.moddy.bot.discord;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The sessions of all instances together, by the server's clock: when the gateway is lost and won again and again, they are at
 * most {@link #AT_ONCE} and 720 more in any 24 hours. Thread-safe.
 */
final class SharedSessions implements SessionBudget {
    /** Takeovers and restarts of several days; they are not held up. */
    static final int AT_ONCE = 20;

    static final Duration EVERY = Duration.ofMinutes(2);

    private final Store store;

    SharedSessions(Store store) {
        this.store = store;
    }

    @Override
    public CompletionStage<Duration> take() {
        return store.write(SharedSessions::take);
    }

    private static Duration take(Sql sql) {
        long now = sql.first("SELECT " + sql.dialect().now(), row -> row.getLong(1))
                .orElseThrow();
        long empty = now + AT_ONCE * EVERY.toMillis();
        long fullAt = sql.first("SELECT full_at FROM gateway_sessions WHERE one = 1", row -> row.getLong(1))
                .orElse(now);
        // never more than empty: the server's clock may have been set back since
        long afterwards = Math.max(now, Math.min(fullAt, empty)) + EVERY.toMillis();
        if (afterwards > empty) {
            return Duration.ofMillis(afterwards - empty);
        }
        sql.update(
                "INSERT INTO gateway_sessions (one, full_at) VALUES (1, ?)"
                        + " ON CONFLICT (one) DO UPDATE SET full_at = excluded.full_at",
                afterwards);
        return Duration.ZERO;
    }
}
