package app.moddy.bot.metrics;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has gauges set when somebody looks. Thread-safe. */
final class Update {
    private static final Logger log = LoggerFactory.getLogger(Update.class);

    /** Prometheus waits for it. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final String whose;
    private final Supplier<? extends CompletionStage<?>> work;
    private final Executor threads;
    private CompletableFuture<Boolean> underWay = CompletableFuture.completedFuture(true);
    private boolean isFailing;

    Update(String whose, Supplier<? extends CompletionStage<?>> work, Executor threads) {
        this.whose = whose;
        this.work = work;
        this.threads = threads;
    }

    /** Never fails. One that has not ended since it was begun before is not begun again: it would take thread after thread. */
    synchronized CompletionStage<Boolean> now() {
        if (!underWay.isDone()) {
            return CompletableFuture.completedStage(false);
        }
        underWay = begun();
        return underWay.copy()
                .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .handle((done, failure) -> ended(failure));
    }

    private CompletableFuture<Boolean> begun() {
        try {
            return CompletableFuture.<CompletionStage<?>>supplyAsync(work::get, threads)
                    .thenCompose(stage -> stage.thenApply(done -> true));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    /** Told once, not at each look. */
    private synchronized boolean ended(@Nullable Throwable failure) {
        if (failure != null && !isFailing) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            boolean isLate = cause instanceof TimeoutException;
            log.warn(
                    "Metrics of {} are out of date: {}",
                    whose,
                    isLate ? "no answer within a second" : "it fails",
                    isLate ? null : cause);
        }
        isFailing = failure != null;
        return failure == null;
    }
}
