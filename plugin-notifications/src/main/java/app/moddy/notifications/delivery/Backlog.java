package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What is not finished. Read from indexes alone, so that a hundred thousand that wait take a moment.
 *
 * @param pending how many notifications are pending, by what it takes to write to their users
 * @param oldest when the one that has waited longest was accepted, or last retried by staff; empty when none is pending
 * @param inInbox how many wait in inboxes
 */
public record Backlog(Map<Reach, Long> pending, Optional<Instant> oldest, long inInbox) {
    private static final String SINCE = "COALESCE(retried_at, accepted_at)"; // as its index has it

    /** As it is now; fails with {@link app.moddy.bot.store.StoreUnavailableException} when it can not be read. */
    public static CompletionStage<Backlog> in(Store store) {
        return store.read(sql -> {
            Map<Reach, Long> pending = new EnumMap<>(Reach.class);
            Arrays.stream(Reach.values()).forEach(reach -> pending.put(reach, pending(sql, reach)));
            return new Backlog(
                    pending,
                    sql.first(
                            "SELECT " + SINCE + " FROM notification WHERE outcome = 'pending' ORDER BY " + SINCE
                                    + " LIMIT 1",
                            row -> Instant.ofEpochMilli(row.getLong(1))),
                    count(sql, "inbox = 'waiting'"));
        });
    }

    private static long pending(Sql sql, Reach reach) {
        return count(sql, "outcome = 'pending' AND reach = ?", reach.name());
    }

    private static long count(Sql sql, String which, Object... arguments) {
        return sql.first("SELECT count(*) FROM notification WHERE " + which, row -> row.getLong(1), arguments)
                .orElse(0L);
    }

    /** How many are pending in all. */
    public long allPending() {
        return pending.values().stream().mapToLong(Long::longValue).sum();
    }
}
