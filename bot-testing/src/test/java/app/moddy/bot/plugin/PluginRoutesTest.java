package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The routes of plugins: each answers requests that no other does. */
class PluginRoutesTest {
    private static class BirdById implements Route {
        @Inject
        BirdById() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/birds/{id}");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(request.path("id")));
        }
    }

    private static final class BirdByName extends BirdById {
        @Inject
        BirdByName() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/birds/{name}");
        }
    }

    private static final class Birds extends Window {
        private final List<Class<? extends Route>> routes;

        Birds(String name, List<Class<? extends Route>> routes) {
            super(name);
            this.routes = routes;
        }

        @Override
        protected void configure() {
            routes.forEach(this::route);
        }
    }

    @Test
    void whatItsParametersAreCalledDoesNotMakeARouteAnother() throws Exception {
        Birds first = new Birds("a", List.of(BirdById.class));
        Birds again = new Birds("b", List.of(BirdByName.class));
        Birds twice = new Birds("c", List.of(BirdById.class, BirdByName.class));
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(first, again, twice).start()) {
            assertThat(bot.backend().get("/internal/birds/42").json().asText()).isEqualTo("42");
            assertThat(first.get(Plugins.class).all())
                    .extracting(PluginStatus::reason)
                    .containsExactly(
                            "",
                            "brings the route GET /internal/birds/{id} (as /internal/birds/{name}) of plugin a again",
                            "brings the route GET /internal/birds/{id} (as /internal/birds/{name}) twice");
        }
    }
}
