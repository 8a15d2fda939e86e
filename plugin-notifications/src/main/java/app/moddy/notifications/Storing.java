package app.moddy.notifications;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.store.StoreUncertainException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a caller is told when the store can not do its part. */
final class Storing {
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private static final String PERHAPS =
            "The database was lost at that moment: it may have been recorded. Send it again with the"
                    + " same Idempotency-Key; if it has none, do not send it again";

    private Storing() {}

    /** The same stage, but 503 when the store is not available, and 500 when nobody knows whether it has written. */
    static <T> CompletionStage<T> unlessUnavailable(CompletionStage<T> stage) {
        return stage.exceptionallyCompose(failure -> {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return CompletableFuture.failedStage(told(cause));
        });
    }

    private static Throwable told(Throwable cause) {
        if (cause instanceof StoreUncertainException) {
            return ApiException.of(500, PERHAPS);
        }
        return cause instanceof StoreUnavailableException
                ? ApiException.unavailable(A_WHILE, "Nothing can be recorded now, please try again later")
                : cause;
    }
}
