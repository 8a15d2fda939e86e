package app.moddy.health;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET /internal/health/live}: the process serves; whoever gets no answer may restart it. */
final class LiveRoute implements Route {
    @Inject
    LiveRoute() {}

    @Override
    public Endpoint endpoint() {
        return Endpoint.get("/internal/health/live").withoutToken();
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return CompletableFuture.completedStage(ApiResponse.ok(Map.of("status", "live")));
    }
}
