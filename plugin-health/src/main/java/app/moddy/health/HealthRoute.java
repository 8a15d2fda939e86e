package app.moddy.health;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code GET /internal/health}: the whole picture, for who has the secret. */
final class HealthRoute implements Route {
    private final HealthCheck check;

    @Inject
    HealthRoute(HealthCheck check) {
        this.check = check;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.get("/internal/health");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return check.now().thenApply(HealthAnswer::of);
    }
}
