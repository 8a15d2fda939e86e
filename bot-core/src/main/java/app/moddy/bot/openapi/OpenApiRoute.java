package app.moddy.bot.openapi;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /internal/openapi.json}: made when somebody asks for the first time; by then all plugins run. */
final class OpenApiRoute implements Route {
    private static final Logger log = LoggerFactory.getLogger(OpenApiRoute.class);

    private final ApiDescription api;
    private @Nullable Map<String, Object> document;

    @Inject
    OpenApiRoute(ApiDescription api) {
        this.api = api;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.get("/internal/openapi.json");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return CompletableFuture.completedStage(ApiResponse.ok(document()));
    }

    private synchronized Map<String, Object> document() {
        Map<String, Object> made = document;
        if (made == null) {
            ApiDocument whole = api.document();
            whole.faults()
                    .forEach(fault -> log.error(
                            "The file {} of plugin {} is faulty, so its routes are not described: {}",
                            Description.FILE,
                            fault.plugin(),
                            fault.why()));
            made = whole.toMap();
            document = made;
        }
        return made;
    }
}
