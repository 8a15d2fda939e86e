package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreUnavailableException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Records requests, one transaction each: the notification and its first attempt, or what its key was used for before. */
final class Acceptances {
    /** More requests at once are refused, so that the results of attempts never find the store's queue full. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final String INSERT =
            "INSERT INTO notification (id, action, user_id, plan, metadata, language, test,"
                    + " warnings, idempotency_key, body_hash, outcome, code, retryable, reach, attempts, lease_owner, due_at,"
                    + " doubt_at, doubt_owner, accepted_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', '', 0, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING";

    private final Store store;
    private final NotificationIds ids;
    private final NoticeJson notices;
    private final Leases leases;
    private final Run run;
    private final Instance instance;
    private final Clock clock;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    @Inject
    Acceptances(
            Store store,
            NotificationIds ids,
            NoticeJson notices,
            Leases leases,
            Run run,
            Instance instance,
            Clock clock) {
        this.store = store;
        this.ids = ids;
        this.notices = notices;
        this.leases = leases;
        this.run = run;
        this.instance = instance;
        this.clock = clock;
    }

    /**
     * Records it.
     *
     * @param begin whether the first attempt begins at once, unless an earlier notification of the user is pending, or others
     *     may count this instance as dead
     * @param until when its turn comes later than that it is not recorded: its caller will have left
     */
    CompletionStage<Acceptance> record(NotificationRequest request, Reach reach, boolean begin, Instant until) {
        StoredNotice notice = notices.store(request.notice()); // first: a plugin's record may throw
        if (isPast(until)) {
            return CompletableFuture.failedStage(tooLate());
        }
        if (!room.tryAcquire()) {
            return CompletableFuture.failedStage(
                    new StoreUnavailableException("over " + MOST_AT_ONCE + " requests wait to be recorded", null));
        }
        long erasures = leases.erasures();
        // no exception in the work: all that are written with it would be undone, and done once more
        return store.write(sql -> isPast(until)
                        ? Optional.<Acceptance>empty()
                        : Optional.of(insert(sql, request, notice, reach, begin, erasures)))
                .thenApply(recorded -> recorded.orElseThrow(Acceptances::tooLate))
                .whenComplete((done, failure) -> room.release());
    }

    private boolean isPast(Instant time) {
        return clock.instant().isAfter(time);
    }

    private static StoreUnavailableException tooLate() {
        return new StoreUnavailableException("a request waited too long to be recorded", null);
    }

    private Acceptance insert(
            Sql sql, NotificationRequest request, StoredNotice notice, Reach reach, boolean begin, long erasures) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Optional<Instant> heldUntil = heldUntil(sql, request, now);
        boolean leased = begin && heldUntil.isEmpty() && instance.isLive();
        long id = ids.next(sql);
        if (!inserted(sql, id, request, notice, reach, leased, now)) {
            return before(sql, request.key().orElseThrow());
        }
        Standing standing = new Standing(
                id,
                notice.action(),
                Outcome.PENDING,
                "",
                false,
                false,
                request.notice().warnings(),
                leased ? 1 : 0,
                now,
                null,
                leased ? null : now);
        if (!leased) {
            return new Acceptance.Recorded(standing, null, heldUntil.orElse(null));
        }
        Attempts.begun(sql, id, 1, now);
        return new Acceptance.Recorded(
                standing, new Attempt(id, 1, request.recipient(), notice, now, now, now, null, false, erasures), null);
    }

    /** When the user's notifications that are pending no longer hold back a new one; empty when none does. */
    private static Optional<Instant> heldUntil(Sql sql, NotificationRequest request, Instant now) {
        return sql
                .list(
                        "SELECT lease_owner, due_at FROM notification WHERE user_id = ? AND outcome = 'pending'"
                                + " AND (lease_owner IS NOT NULL OR due_at <= ?) ORDER BY due_at DESC LIMIT 1",
                        row -> row.getString(1) == null ? Instant.ofEpochMilli(row.getLong(2)) : now,
                        request.recipient().id(),
                        now.plus(Claims.HOLDS_BACK).toEpochMilli())
                .stream()
                .findFirst();
    }

    private boolean inserted(
            Sql sql,
            long id,
            NotificationRequest request,
            StoredNotice notice,
            Reach reach,
            boolean leased,
            Instant now) {
        IdempotencyKey key = request.key().orElse(null);
        long millis = now.toEpochMilli();
        return sql.update(
                        INSERT,
                        id,
                        notice.action(),
                        request.recipient().id(),
                        notice.plan(),
                        notice.metadata(),
                        notice.language(),
                        notice.test(),
                        NoticeJson.write(request.notice().warnings()),
                        key == null ? null : key.text(),
                        key == null ? null : key.bodyHash(),
                        reach.name(),
                        leased ? 1 : 0,
                        leased ? run.id() : null,
                        leased ? millis + Attempt.LEASE.toMillis() : millis,
                        leased ? millis : null,
                        leased ? run.id() : null,
                        millis)
                == 1;
    }

    private static Acceptance before(Sql sql, IdempotencyKey key) {
        @Nullable
        String hash = sql.first(
                        "SELECT body_hash FROM notification WHERE idempotency_key = ?",
                        row -> row.getString(1),
                        key.text())
                .orElse(null);
        if (!key.bodyHash().equals(hash)) {
            return new Acceptance.KeyReused();
        }
        return new Acceptance.Replayed(
                sql.first(Rows.STANDING + "WHERE idempotency_key = ?", Rows::standing, key.text())
                        .orElseThrow());
    }
}
