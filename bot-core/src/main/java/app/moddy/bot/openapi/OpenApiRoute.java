package app.moddy.bot.openapi;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.plugin.BotInfo;
import app.moddy.bot.plugin.PluginHost;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/openapi.json}: made when somebody asks for the first time; by then all plugins run. */
final class OpenApiRoute implements Route {
    private final Provider<PluginHost> plugins;
    private final ActionRegistry actions;
    private final BotInfo info;
    private @Nullable Map<String, Object> document;

    /** @param plugins later: they must know core's routes first */
    @Inject
    OpenApiRoute(Provider<PluginHost> plugins, ActionRegistry actions, BotInfo info) {
        this.plugins = plugins;
        this.actions = actions;
        this.info = info;
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
            made = new ApiDocument(info.version(), actions.metadataSchemas())
                    .with(plugins.get().apis())
                    .toMap();
            document = made;
        }
        return made;
    }
}
