package app.moddy.bot.plugin;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.OwnedRoute;
import app.moddy.bot.http.Route;
import app.moddy.bot.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A plugin's route that was asked once for its endpoint: another answer later could no longer be that plugin's fault alone.
 *
 * @param threads the plugin's
 */
record FixedRoute(Endpoint endpoint, Route route, PluginThreads threads) implements OwnedRoute {
    /** As long as a request waits for a worker. One that has not begun by then never does: its caller is told so. */
    private static final long LONGEST_WAIT_MILLIS = 400;

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                if (begun.complete(true)) {
                    begin(request, answer);
                }
            });
        } catch (RejectedExecutionException full) {
            throw tooMany();
        }
        var unused = begun.completeOnTimeout(false, LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)
                .thenAccept(inTime -> {
                    if (!inTime) {
                        answer.completeExceptionally(tooMany());
                    }
                });
        return answer;
    }

    private void begin(ApiRequest request, CompletableFuture<ApiResponse> answer) {
        try {
            route.handle(request).whenComplete((response, failure) -> {
                if (failure == null) {
                    answer.complete(response);
                } else {
                    fail(answer, failure);
                }
            });
        } catch (Throwable e) { // what a route throws is told like a stage that fails
            fail(answer, e);
        }
    }

    /** What a route says by an {@link ApiException} is an answer, and a store that is away is no fault of its own. */
    private void fail(CompletableFuture<ApiResponse> answer, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof ApiException) && !(cause instanceof StoreUnavailableException)) {
            threads.failed(name(), cause);
        }
        answer.completeExceptionally(failure);
    }

    @Override
    public String owner() {
        return threads.plugin();
    }

    @Override
    public void unanswered() {
        threads.failed(name());
    }

    private String name() {
        return endpoint.method() + " " + endpoint.path();
    }

    private static ApiException tooMany() {
        return ApiException.unavailable(Duration.ofSeconds(1), "Too many requests at once");
    }
}
