package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Staff's retry of all that certainly has not arrived, say after an outage. Tests are left out. Thread-safe. */
public final class RetryingFailed {
    private static final int MOST_AT_ONCE = 200;

    private static final String FAILED = " FROM notification"
            + " WHERE outcome IN ('expired', 'refused', 'user_not_found') AND test = 0 AND finished_at >= ?"
            + " AND finished_at < ? AND user_id IS NOT NULL";

    private static final String COUNT =
            "SELECT outcome, " + Rows.CONTENT + ", count(*)" + FAILED + " GROUP BY outcome, content";

    private static final String NEXT =
            "SELECT id, action, reach" + FAILED + " AND metadata IS NOT NULL ORDER BY finished_at, id LIMIT ?";

    private final Store store;
    private final Dispatcher dispatcher;
    private final Clock clock;

    @Inject
    RetryingFailed(Store store, Dispatcher dispatcher, Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /**
     * What a retry would take.
     *
     * @param byOutcome how many would be sent again; without those of which there are none
     * @param contentGone how many more can not be, since what they say is no longer kept
     */
    public record Failed(Map<Outcome, Integer> byOutcome, int contentGone) {
        /** How many would be sent again. */
        public int total() {
            return byOutcome.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private record Counted(Outcome outcome, boolean withContent, int many) {}

    private record Row(long id, String action, Reach reach) {}

    /** How many have failed between these times. */
    public CompletionStage<Failed> count(Instant since, Instant until) {
        return store.read(sql -> {
            Map<Outcome, Integer> byOutcome = new EnumMap<>(Outcome.class);
            int contentGone = 0;
            for (Counted counted : counted(sql, since, until)) {
                if (counted.withContent()) {
                    byOutcome.put(counted.outcome(), counted.many());
                } else {
                    contentGone += counted.many();
                }
            }
            return new Failed(byOutcome, contentGone);
        });
    }

    private static List<Counted> counted(Sql sql, Instant since, Instant until) {
        return sql.list(
                COUNT,
                row -> new Counted(Outcome.of(row.getString(1)), row.getInt(2) != 0, row.getInt(3)),
                since.toEpochMilli(),
                until.toEpochMilli());
    }

    /**
     * How many are pending again.
     *
     * @param all whether these are all that there were; if not, the store has failed on the way
     */
    public record Retried(int many, boolean all) {}

    /** Has all of them sent again, a portion at a time; completes once all are pending, and fails when none is. */
    public CompletionStage<Retried> retry(Instant since, Instant until) {
        return retry(since, until, 0);
    }

    private CompletionStage<Retried> retry(Instant since, Instant until, int before) {
        return store.write(sql -> reopened(sql, since, until))
                .thenCompose(rows -> {
                    rows.forEach(row -> NotificationLog.retried(row.id(), row.action()));
                    wake(rows);
                    int all = before + rows.size();
                    return rows.size() < MOST_AT_ONCE
                            ? CompletableFuture.completedStage(new Retried(all, true))
                            : retry(since, until, all);
                })
                .exceptionallyCompose(failure -> before == 0
                        ? CompletableFuture.failedStage(failure)
                        : CompletableFuture.completedStage(new Retried(before, false)));
    }

    private List<Row> reopened(Sql sql, Instant since, Instant until) {
        List<Row> rows = sql.list(
                NEXT,
                row -> new Row(row.getLong(1), row.getString(2), Reach.valueOf(row.getString(3))),
                since.toEpochMilli(),
                until.toEpochMilli(),
                MOST_AT_ONCE);
        rows.forEach(row -> Retrying.reopen(sql, row.id(), Retry.AGAIN, clock.millis()));
        return rows;
    }

    private void wake(List<Row> rows) {
        for (Reach reach : Reach.values()) {
            long many = rows.stream().filter(row -> row.reach() == reach).count();
            if (many > 0) {
                dispatcher.lane(reach).expect(many);
                dispatcher.lane(reach).wake();
            }
        }
    }
}
