package app.moddy.bot.plugin;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.OwnedRoute;
import app.moddy.bot.http.Route;
import app.moddy.bot.store.StoreUnavailableException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's route that was asked once for its endpoint: another answer later could no longer be that plugin's fault alone.
 *
 * @param threads the plugin's
 */
record FixedRoute(Endpoint endpoint, Route route, PluginThreads threads) implements OwnedRoute {
    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return route.handle(request);
    }

    @Override
    public String owner() {
        return threads.plugin();
    }

    /** A store that is away is no fault of its own. */
    @Override
    public void failed(@Nullable Throwable why) {
        String name = endpoint.method() + " " + endpoint.path();
        if (why == null) {
            threads.failed(name);
        } else if (!(why instanceof StoreUnavailableException)) {
            threads.failed(name, why);
        }
    }
}
