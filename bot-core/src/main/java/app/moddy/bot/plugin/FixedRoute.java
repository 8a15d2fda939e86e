package app.moddy.bot.plugin;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import java.util.concurrent.CompletionStage;

/** A plugin's route that was asked once for its endpoint: another answer later could no longer be that plugin's fault alone. */
record FixedRoute(Endpoint endpoint, Route route) implements Route {
    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return route.handle(request);
    }
}
