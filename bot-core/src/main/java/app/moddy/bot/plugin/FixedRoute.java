package app.moddy.bot.plugin;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.OwnedRoute;
import app.moddy.bot.http.Route;
import app.moddy.bot.store.StoreUnavailableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A plugin's route that was asked once for its endpoint: another answer later could no longer be that plugin's fault alone.
 *
 * @param threads the plugin's
 */
record FixedRoute(Endpoint endpoint, Route route, PluginThreads threads) implements OwnedRoute {
    /** Already on the plugin's own threads. */
    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        try {
            return route.handle(request).whenComplete((response, failure) -> {
                if (failure != null) {
                    tell(failure);
                }
            });
        } catch (Throwable e) { // whatever it is: core tells the caller, as for a stage that fails
            tell(e);
            throw e;
        }
    }

    /** What a route says by an {@link ApiException} is an answer, and a store that is away is no fault of its own. */
    private void tell(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof ApiException) && !(cause instanceof StoreUnavailableException)) {
            threads.failed(name(), cause);
        }
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
}
