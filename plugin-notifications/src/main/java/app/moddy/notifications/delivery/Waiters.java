package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Callers who wait for an outcome, each for a while; then, or when it is plain that it takes longer, it is pending. Thread-safe. */
final class Waiters {
    /** Callers give up after 10 s. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private record Waiter(Standing accepted, Snowflake user, Instant until, CompletableFuture<Standing> answer) {}

    private final Map<Long, Waiter> waiting = new ConcurrentHashMap<>();
    private final Timer timer;
    private final Clock clock;
    private volatile boolean closed;

    @Inject
    Waiters(Timer timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    /** The standing once there is an outcome, or as it is when the patience of a caller who came then ends. */
    CompletionStage<Standing> await(Standing accepted, Snowflake user, Instant came) {
        Instant until = came.plus(PATIENCE);
        Waiter waiter = new Waiter(accepted, user, until, new CompletableFuture<>());
        waiting.put(accepted.id(), waiter);
        timer.after(Duration.between(clock.instant(), until), () -> pending(accepted.id()));
        if (closed) {
            pending(accepted.id());
        }
        return waiter.answer();
    }

    /** Nobody waits any longer for this one: it is pending. */
    void pending(long id) {
        Waiter waiter = waiting.remove(id);
        if (waiter != null) {
            NotificationLog.pending(id, waiter.user());
            waiter.answer().complete(waiter.accepted());
        }
    }

    /** It will not be tried before this time: whoever has not the patience gets their answer. */
    void notBefore(long id, @Nullable Instant time) {
        Waiter waiter = waiting.get(id);
        if (waiter != null && time != null && !time.isBefore(waiter.until())) {
            pending(id);
        }
    }

    /** It has an outcome. */
    void finished(long id, UnaryOperator<Standing> outcome) {
        Waiter waiter = waiting.remove(id);
        if (waiter != null) {
            waiter.answer().complete(outcome.apply(waiter.accepted()));
        }
    }

    /** The bot stops: all that is under way is pending. */
    void close() {
        closed = true;
        waiting.keySet().forEach(this::pending);
    }
}
