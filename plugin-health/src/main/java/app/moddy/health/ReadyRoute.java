package app.moddy.health;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.health.HealthCheck.Obstacle;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /internal/health/ready}: requests may be sent here and are kept. Discord does not matter: an instance is not replaced for
 * an outage that it would share with the next one. Thread-safe.
 */
final class ReadyRoute implements Route {
    private static final Logger log = LoggerFactory.getLogger(ReadyRoute.class);

    private final HealthCheck check;
    private final AtomicReference<List<Obstacle>> told = new AtomicReference<>(List.of());

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
        return check.obstacles().thenApply(obstacles -> {
            tell(obstacles);
            return obstacles.isEmpty()
                    ? ApiResponse.ok(Map.of("status", "ready"))
                    : ApiResponse.of(503, Map.of("status", "not_ready", "error", plain(obstacles)));
        });
    }

    /** Who asks needs no secret, so it hears no more than that. */
    private static String plain(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::plain).collect(Collectors.joining("; "));
    }

    /** Once, not at each probe. */
    private void tell(List<Obstacle> obstacles) {
        if (!told.getAndSet(obstacles).equals(obstacles)) {
            obstacles.forEach(obstacle -> log.warn("Not ready, {}: {}", obstacle.plain(), obstacle.detail()));
        }
    }
}
