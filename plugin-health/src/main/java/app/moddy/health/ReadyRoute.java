package app.moddy.health;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET /internal/health/ready}: requests may be sent here and are kept. Discord does not matter: an instance is not replaced for
 * an outage that it would share with the next one.
 */
final class ReadyRoute implements Route {
    private final HealthCheck check;

    @Inject
    ReadyRoute(HealthCheck check) {
        this.check = check;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.get("/internal/health/ready").withoutToken();
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return check.obstacles()
                .thenApply(obstacles -> obstacles.isEmpty()
                        ? ApiResponse.ok(Map.of("status", "ready"))
                        : ApiResponse.of(503, Map.of("status", "not_ready", "error", String.join("; ", obstacles))));
    }
}
