package app.moddy.bot.openapi.misdescribed;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.plugin.BotPlugin;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Describes a route that it does not have. */
public final class MisdescribedPlugin extends BotPlugin {
    static final class WrongRoute implements Route {
        @Inject
        WrongRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/wrong");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(Map.of()));
        }
    }

    @Override
    public String name() {
        return "misdescribed";
    }

    @Override
    protected void configure() {
        route(WrongRoute.class);
    }
}
