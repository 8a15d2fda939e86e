package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Leases what is due: what waits for its first or next attempt, and what a run that ended has left. */
final class Claims {
    /** One whose next attempt is further away no longer holds back the user's later ones. */
    static final Duration HOLDS_BACK = Duration.ofSeconds(60);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(2);

    private static final String DUE = Rows.ATTEMPT
            + "AS n WHERE n.outcome = 'pending' AND n.reach = ? AND n.due_at <= ?"
            + " AND NOT EXISTS (SELECT 1 FROM notification AS other WHERE other.user_id = n.user_id"
            + " AND other.outcome = 'pending' AND other.id <> n.id"
            // a lease that is over holds nobody back but by its turn: an earlier one may have been retried since
            + " AND ((other.lease_owner IS NOT NULL AND (other.lease_owner = ? OR other.due_at > ?))"
            + " OR (other.id < n.id AND other.due_at <= ?)))"
            + " ORDER BY n.due_at, n.id LIMIT ?";

    private static final String LEASE = "UPDATE notification SET attempts = ?, lease_owner = ?, due_at = ?,"
            + " doubt_at = COALESCE(doubt_at, ?), doubt_owner = COALESCE(doubt_owner, ?) WHERE id = ?";

    private final Store store;
    private final Leases leases;
    private final Run run;
    private final Instance instance;
    private final Clock clock;

    @Inject
    Claims(Store store, Leases leases, Run run, Instance instance, Clock clock) {
        this.store = store;
        this.leases = leases;
        this.run = run;
        this.instance = instance;
        this.clock = clock;
    }

    /**
     * What was leased.
     *
     * @param attempts at most as many as were asked for
     * @param nextDue when there may be more, if fewer than asked for were due
     */
    record Claimed(List<Attempt> attempts, Optional<Instant> nextDue) {}

    /** Nothing while others may count this one as dead: they would end the lease at once. It waits for its turn then. */
    CompletionStage<Claimed> claim(Reach reach, int most) {
        long erasures = leases.erasures();
        return store.write(sql -> {
            Instant now = Instant.ofEpochMilli(clock.millis());
            if (!instance.isLive()) {
                return new Claimed(List.of(), Optional.of(now));
            }
            List<Attempt> due = due(sql, reach, now, erasures, most);
            due.forEach(attempt -> lease(sql, attempt, now));
            return new Claimed(due, due.size() < most ? nextDue(sql, reach, now) : Optional.empty());
        });
    }

    /**
     * What has a lease of ours that is over is under way still, or was leased without our knowing: when a commit is lost and
     * nobody can be asked about it, it may have been made. The former must not take the places of others.
     */
    private List<Attempt> due(Sql sql, Reach reach, Instant now, long erasures, int most) {
        return sql
                .list(
                        DUE + sql.dialect().skipLocked(),
                        Rows.nextAttempt(now, erasures),
                        reach.name(),
                        now.toEpochMilli(),
                        run.id(),
                        now.toEpochMilli(),
                        now.plus(HOLDS_BACK).toEpochMilli(),
                        most + leases.over(now))
                .stream()
                .filter(attempt -> !leases.isUnderWay(attempt.id()))
                .limit(most)
                .toList();
    }

    private void lease(Sql sql, Attempt attempt, Instant now) {
        sql.update(
                LEASE,
                attempt.number(),
                run.id(),
                now.plus(Attempt.LEASE).toEpochMilli(),
                now.toEpochMilli(),
                run.id(),
                attempt.id());
        Attempts.begun(sql, attempt.id(), attempt.number(), now);
    }

    private static Optional<Instant> nextDue(Sql sql, Reach reach, Instant now) {
        return sql.first(
                "SELECT due_at FROM notification WHERE outcome = 'pending' AND reach = ? AND due_at > ?"
                        + " ORDER BY due_at LIMIT 1",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                reach.name(),
                now.toEpochMilli());
    }

    /** How many wait for their turn. */
    CompletionStage<Long> waiting(Reach reach) {
        return store.read(sql -> sql.first(
                        "SELECT count(*) FROM notification WHERE outcome = 'pending' AND reach = ? AND due_at <= ?",
                        row -> row.getLong(1),
                        reach.name(),
                        clock.millis())
                .orElse(0L));
    }

    /** At the start: as {@link #releaseDead}, and times that a wrong clock has left are mended. */
    CompletionStage<Integer> begin() {
        return store.write(sql -> {
            mendTimes(sql, clock.millis());
            return endDead(sql);
        });
    }

    /** Ends all leases, whatever the clock says, where nobody is at work; what is in doubt stays so. */
    static void releaseAll(Sql sql) {
        sql.update(
                "UPDATE notification SET due_at = accepted_at WHERE outcome = 'pending' AND lease_owner IS NOT NULL");
    }

    /** Ends the leases of runs that are over: of every other one, or of those that no longer count as live. */
    CompletionStage<Integer> releaseDead() {
        return store.write(this::endDead);
    }

    private int endDead(Sql sql) {
        long now = clock.millis();
        return sql.update(
                "UPDATE notification SET due_at = ? WHERE outcome = 'pending' AND lease_owner IS NOT NULL AND due_at > ?"
                        + " AND lease_owner <> ? AND lease_owner NOT IN (SELECT id FROM instance)",
                now,
                now,
                run.id());
    }

    /** At the end, where others go on: ends our own leases. What may have been sent is looked for first, as ever. */
    CompletionStage<Integer> releaseOwn() {
        return store.write(sql -> sql.dialect().isShared()
                ? sql.update(
                        "UPDATE notification SET due_at = ? WHERE outcome = 'pending' AND lease_owner = ?",
                        clock.millis(),
                        run.id())
                : 0);
    }

    /** The clock may have been wrong until now: nothing was accepted in the future, and no pause is longer than a day or two. */
    private static void mendTimes(Sql sql, long now) {
        sql.update("UPDATE notification SET accepted_at = ? WHERE outcome = 'pending' AND accepted_at > ?", now, now);
        sql.update("UPDATE notification SET retried_at = ? WHERE outcome = 'pending' AND retried_at > ?", now, now);
        sql.update(
                "UPDATE notification SET due_at = ? WHERE outcome = 'pending' AND due_at > ?",
                now,
                now + LONGEST_PAUSE.toMillis());
    }
}
