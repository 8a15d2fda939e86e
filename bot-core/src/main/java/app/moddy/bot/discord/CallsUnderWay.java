package app.moddy.bot.discord;

import app.moddy.bot.discord.DiscordCalls.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import org.jspecify.annotations.Nullable;

/** The calls that JDA is making, and one answer made of everything that can come back. Thread-safe. */
final class CallsUnderWay {
    private final WireTap wire;
    private final Map<Attempt, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    /**
     * How a call ended.
     *
     * @param value what Discord gave; null unless the answer is that it is done, and even then when its body broke off
     */
    record Ended<T>(Answer answer, @Nullable T value) {}

    /** A call that ends before it has begun. */
    static final class SettledException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Answer answer;

        SettledException(Verdict verdict, String code) {
            super(code, null, false, false);
            this.answer = new Answer(verdict, code);
        }
    }

    CallsUnderWay(WireTap wire) {
        this.wire = wire;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** No more begin; what Discord has not answered by then is given up, so that who waits for it has an answer. */
    void leave(Duration limit) {
        leaving = true;
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> underWay.values()
                        .forEach(call -> call.completeExceptionally(new CancellationException("leaving"))));
    }

    /** Returns when none is under way, at the latest after this long. */
    synchronized void awaitNone(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!underWay.isEmpty() && end - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void ended(Attempt attempt) {
        underWay.remove(attempt);
        notifyAll();
    }

    /** How long Discord takes no more calls like this one: JDA would keep it for as long. */
    Duration untilReset(WireKey key) {
        return wire.untilReset(key);
    }

    /** Makes a call; its tries on the wire are known by the key. */
    <T> CompletionStage<Ended<T>> run(WireKey key, Errand errand, Function<Attempt, CompletableFuture<T>> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Attempt attempt =
                new Attempt(key, errand, () -> result.completeExceptionally(new CancellationException("rate limited")));
        underWay.put(attempt, result);
        wire.watch(attempt);
        if (!result.isDone()) { // else a limit holds, and JDA would only keep it
            CompletableFuture.completedStage(attempt).thenCompose(call).whenComplete((value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        }
        long millis = Math.max(1, errand.left().toMillis());
        return result.orTimeout(millis, TimeUnit.MILLISECONDS)
                .handle((value, failure) -> failure == null
                        ? new Ended<T>(Answer.DONE, value)
                        : new Ended<T>(answer(unwrap(failure), attempt, key), null))
                .whenComplete((ended, bug) -> {
                    ended(attempt);
                    wire.forget(attempt);
                });
    }

    static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static Answer answer(Throwable failure, Attempt attempt, WireKey key) {
        if (failure instanceof SettledException settled) {
            return settled.answer;
        }
        if (failure instanceof UnsupportedOperationException) { // JDA's way to say: a bot, or ourselves
            return new Answer(Verdict.of(Verdict.Kind.USER_NOT_FOUND), "a bot");
        }
        if (failure instanceof PermissionException missing) { // JDA asks Discord only for what it may
            return new Answer(Verdict.of(Verdict.Kind.REFUSED), "missing permission " + missing.getPermission());
        }
        if (failure instanceof TimeoutException) {
            return attempt.abandon("no answer in time");
        }
        if (failure instanceof ErrorResponseException error) {
            return ErrorCodes.verdict(error)
                    .map(verdict -> answered(attempt.lastOr(verdict), ErrorCodes.describe(error), attempt, key))
                    .orElseGet(() -> attempt.abandon("no connection"));
        }
        if (failure instanceof RejectedExecutionException || failure instanceof CancellationException) {
            return attempt.abandon("given up");
        }
        if (attempt.isTaken()) { // JDA could not read the rest of the answer
            return attempt.abandon("unreadable answer");
        }
        attempt.abandon("failed"); // JDA may have it in its queue
        throw new CompletionException(failure); // a bug: whoever asked logs it
    }

    private static Answer answered(Verdict verdict, String code, Attempt attempt, WireKey key) {
        return switch (verdict.kind()) {
            case DONE -> Answer.DONE;
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE ->
                key.posts() ? attempt.refuse(verdict, code) : new Answer(verdict, code);
            case NOT_NOW, UNKNOWN -> attempt.abandon(code);
        };
    }
}
