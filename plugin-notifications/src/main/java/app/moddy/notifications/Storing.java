package app.moddy.notifications;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a caller is told when the store can not do its part. */
final class Storing {
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private Storing() {}

    /** The same stage, but 503 when the store is not available. */
    static <T> CompletionStage<T> unlessUnavailable(CompletionStage<T> stage) {
        return stage.exceptionallyCompose(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return CompletableFuture.failedStage(
                    cause instanceof StoreUnavailableException
                            ? ApiException.unavailable(A_WHILE, "Nothing can be recorded now, please try again later")
                            : cause);
        });
    }
}
