package app.moddy.bot.openapi.described;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.plugin.BotPlugin;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Says what its routes are like, in {@code openapi.yml} beside it. */
public final class DescribedPlugin extends BotPlugin {
    record Changed(
            @Pattern(regexp = "[a-z]+") @Nullable String colour,
            @Min(1) @Nullable Long weightGrams,
            @Nullable Boolean fragile,
            @Nullable Instant since,
            @Nullable List<String> parts) {}

    /** Answers what it was sent, be it as described or not. */
    static final class ThingRoute implements Route {
        @Inject
        ThingRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.post("/internal/things/{id}");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            if (request.path("id").equals("2")) {
                throw ApiException.of(418, "a teapot");
            }
            return CompletableFuture.completedStage(ApiResponse.ok(request.body()));
        }
    }

    static final class OpenRoute implements Route {
        @Inject
        OpenRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/open").withoutToken();
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(Map.of()));
        }
    }

    @Override
    public String name() {
        return "described";
    }

    @Override
    protected void configure() {
        action(new UserAction<>("thing_changed", Changed.class));
        route(ThingRoute.class);
        route(OpenRoute.class);
    }
}
