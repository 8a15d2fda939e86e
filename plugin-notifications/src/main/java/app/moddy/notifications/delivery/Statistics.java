package app.moddy.notifications.delivery;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Counts notifications; tests are left out. Thread-safe; reads only. */
public final class Statistics {
    private static final String COUNTED = " FROM notification WHERE test = 0 AND accepted_at >= ?";

    private static final String COUNT = "SELECT action, outcome, count(*)" + COUNTED + " GROUP BY action, outcome";

    /** Staff's retries left out: they would show how long staff took. */
    private static final String DELIVERED = COUNTED + " AND outcome = 'delivered' AND retried_at IS NULL";

    private static final String NTH =
            "SELECT finished_at - accepted_at AS took" + DELIVERED + " ORDER BY took LIMIT 1 OFFSET ?";

    private final Store store;

    @Inject
    Statistics(Store store) {
        this.store = store;
    }

    /**
     * What there was since some time.
     *
     * @param counts how many of each action have which outcome, by the action's name; without those of which there are none
     * @param median how long a delivery took, from its acceptance, at the median; empty when nothing was delivered
     * @param p95 at the 95th percentile
     */
    public record Numbers(
            Map<String, Map<Outcome, Integer>> counts, Optional<Duration> median, Optional<Duration> p95) {
        /** How many in all. */
        public long total() {
            return counts.values().stream()
                    .flatMap(byOutcome -> byOutcome.values().stream())
                    .mapToLong(Integer::longValue)
                    .sum();
        }
    }

    private record Counted(String action, Outcome outcome, int many) {}

    /** What there was since then. */
    public CompletionStage<Numbers> since(Instant since) {
        long from = since.toEpochMilli();
        return store.read(sql -> {
            long delivered = sql.first("SELECT count(*)" + DELIVERED, row -> row.getLong(1), from)
                    .orElse(0L);
            return new Numbers(
                    counts(sql, from), percentile(sql, from, delivered, 50), percentile(sql, from, delivered, 95));
        });
    }

    /** What is not finished now, tests too. */
    public CompletionStage<Backlog> backlog() {
        return Backlog.in(store);
    }

    private static Map<String, Map<Outcome, Integer>> counts(Sql sql, long from) {
        Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
        sql.list(COUNT, row -> new Counted(row.getString(1), Outcome.of(row.getString(2)), row.getInt(3)), from)
                .forEach(counted -> counts.computeIfAbsent(counted.action(), action -> new EnumMap<>(Outcome.class))
                        .put(counted.outcome(), counted.many()));
        return counts;
    }

    /** The nearest rank: the smallest that at least so many of a hundred do not exceed. */
    private static Optional<Duration> percentile(Sql sql, long from, long delivered, int percent) {
        if (delivered == 0) {
            return Optional.empty();
        }
        long rank = (delivered * percent + 99) / 100;
        return sql.first(NTH, row -> Duration.ofMillis(row.getLong(1)), from, rank - 1);
    }
}
