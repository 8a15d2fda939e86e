package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
    private @Nullable Instant wakeAt;
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
        // who has waited for it is not forgotten: another instance has finished it, and staff retry it
        pending(accepted.id());
        waiting.put(accepted.id(), waiter);
        wakeBy(until);
        if (closed) {
            pending(accepted.id());
        }
        return waiter.answer();
    }

    /** One timer for all: most have their answer long before it, and a timer of each would still wake a thread. */
    private synchronized void wakeBy(Instant time) {
        if (wakeAt == null || time.isBefore(wakeAt)) {
            wakeAt = time;
            timer.after(Duration.between(clock.instant(), time), () -> woken(time));
        }
    }

    private void woken(Instant time) {
        synchronized (this) {
            if (!time.equals(wakeAt)) { // an earlier one took its place
                return;
            }
            wakeAt = null;
        }
        Instant now = clock.instant();
        waiting.values().stream()
                .filter(waiter -> !waiter.until().isAfter(now))
                .forEach(waiter -> pending(waiter.accepted().id()));
        waiting.values().stream()
                .map(Waiter::until)
                .min(Comparator.naturalOrder())
                .ifPresent(this::wakeBy);
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

    boolean isAwaited(long id) {
        return waiting.containsKey(id);
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
