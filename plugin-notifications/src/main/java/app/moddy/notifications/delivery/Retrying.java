package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Staff's retries: the same row becomes pending again and walks the one path of delivery, with the same id, ref and nonce, so
 * that what has arrived does not come twice. Thread-safe.
 */
public final class Retrying {
    private static final String ROW = "SELECT id, action, user_id, outcome, " + Rows.CONTENT + ", inbox,"
            + " lease_owner, reach FROM notification WHERE id = ?";

    private static final String REOPEN = "UPDATE notification SET outcome = 'pending', retryable = 0,"
            // of what waits in the inbox the copy is taken back until it is known what became of this
            + " inbox = CASE WHEN inbox = 'waiting' AND outcome = 'fallback_channel' THEN 'mentioned'"
            + " WHEN inbox = 'waiting' THEN 'retried' ELSE inbox END,"
            + " lease_owner = NULL, due_at = ?, doubt_at = ?, doubt_owner = ?, finished_at = NULL, retried_at = ?"
            + " WHERE id = ?";

    private static final String HURRY = "UPDATE notification SET due_at = ? WHERE id = ? AND due_at > ?";

    private final Store store;
    private final Messenger messenger;
    private final Dispatcher dispatcher;
    private final Waiters waiters;
    private final Notifier notifier;
    private final Clock clock;

    @Inject
    Retrying(Store store, Messenger messenger, Dispatcher dispatcher, Waiters waiters, Notifier notifier, Clock clock) {
        this.store = store;
        this.messenger = messenger;
        this.dispatcher = dispatcher;
        this.waiters = waiters;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param what what was done, or why nothing was
     * @param standing how it stands then: for what was sent again after up to 8 s; empty when there is no such notification,
     *     or when it could not be looked at just then
     */
    public record Answer(Retry what, Optional<Standing> standing) {}

    private record Row(long id, String action, @Nullable Snowflake user, Retry retry, Reach reach) {
        static Row of(ResultSet row) throws SQLException {
            long user = row.getLong("user_id");
            boolean ofUser = !row.wasNull();
            Retry retry = Retry.of(
                    Outcome.of(row.getString("outcome")),
                    ofUser,
                    row.getInt("content") != 0,
                    row.getString("lease_owner") != null,
                    InboxState.of(row.getString("inbox")));
            return new Row(
                    row.getLong("id"),
                    row.getString("action"),
                    ofUser ? new Snowflake(user) : null,
                    retry,
                    Reach.valueOf(row.getString("reach")));
        }
    }

    /**
     * Has it sent again, if that can be.
     *
     * @param despiteDoubt whether also what may have arrived; if not, the answer for such a one is {@link
     *     Retry#SEARCH_FIRST}, and nothing was done
     */
    public CompletionStage<Answer> retry(long id, boolean despiteDoubt) {
        Instant came = clock.instant();
        return store.write(sql -> retry(sql, id, despiteDoubt)).thenCompose(row -> answer(id, row, came, despiteDoubt));
    }

    private Optional<Row> retry(Sql sql, long id, boolean despiteDoubt) {
        Optional<Row> found = sql.first(ROW, Row::of, id);
        long now = clock.millis();
        found.ifPresent(row -> {
            if (isDone(row.retry(), despiteDoubt)) {
                reopen(sql, id, row.retry(), now);
            } else if (row.retry() == Retry.DUE_NOW) {
                sql.update(HURRY, now, id, now);
            }
        });
        return found;
    }

    private static boolean isDone(Retry retry, boolean despiteDoubt) {
        return retry.isReopened() && (despiteDoubt || retry != Retry.SEARCH_FIRST);
    }

    /** Makes it pending again, due at once. */
    static void reopen(Sql sql, long id, Retry retry, long now) {
        boolean inDoubt = retry == Retry.SEARCH_FIRST;
        sql.update(REOPEN, now, inDoubt ? now : null, inDoubt ? Doubt.OF_STAFF : null, now, id);
    }

    private CompletionStage<Answer> answer(long id, Optional<Row> found, Instant came, boolean despiteDoubt) {
        if (found.isEmpty()) {
            return CompletableFuture.completedStage(new Answer(Retry.UNKNOWN, Optional.empty()));
        }
        Row row = found.get();
        Snowflake user = row.user();
        CompletionStage<Optional<Standing>> standing;
        if (user != null && isDone(row.retry(), despiteDoubt)) {
            standing = begin(row, user, came);
        } else {
            if (row.retry() == Retry.DUE_NOW) {
                dispatcher.lane(row.reach()).wake();
            }
            standing = notifier.standing(id);
        }
        return standing.exceptionally(
                        unread -> Optional.empty()) // what was done is done: whoever asked is told of that
                .thenApply(known -> new Answer(row.retry(), known));
    }

    private CompletionStage<Optional<Standing>> begin(Row row, Snowflake user, Instant came) {
        messenger.askAgain(user);
        NotificationLog.retried(row.id(), row.action());
        return notifier.standing(row.id()).thenCompose(reopened -> outcome(reopened, user, row.reach(), came));
    }

    private CompletionStage<Optional<Standing>> outcome(
            Optional<Standing> reopened, Snowflake user, Reach reach, Instant came) {
        Standing standing = reopened.orElse(null);
        if (standing == null || standing.outcome() != Outcome.PENDING) {
            return CompletableFuture.completedStage(reopened);
        }
        CompletionStage<Standing> outcome = waiters.await(standing, user, came);
        Duration turn = dispatcher.lane(reach).join();
        waiters.notBefore(standing.id(), clock.instant().plus(turn));
        // read anew: it may have been taken up before anybody waited for it
        return outcome.thenCompose(known -> notifier.standing(known.id()));
    }
}
