package app.moddy.health;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.plugin.PluginStatus;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        Health health = check.now();
        List<String> troubles = health.troubles();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", troubles.isEmpty() ? "healthy" : "unhealthy");
        body.put("service", "discord-bot");
        body.put("version", health.version());
        if (!troubles.isEmpty()) {
            body.put("error", String.join("; ", troubles));
        }
        body.put(
                "gateway",
                Map.of(
                        "state", health.gateway().name().toLowerCase(Locale.ROOT),
                        "gone_for_seconds", health.gatewayGoneFor().toSeconds()));
        body.put("rest", Map.of("works", health.restWorks()));
        body.put("plugins", health.plugins().stream().map(HealthRoute::plugin).toList());
        return CompletableFuture.completedStage(ApiResponse.of(troubles.isEmpty() ? 200 : 503, body));
    }

    private static Map<String, Object> plugin(PluginStatus plugin) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", plugin.name());
        body.put("state", plugin.state().name().toLowerCase(Locale.ROOT));
        body.put("required", plugin.required());
        if (!plugin.reason().isEmpty()) {
            body.put("reason", plugin.reason());
        }
        return body;
    }
}
