package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The bot's application and where its gateway is. */
final class Applications {
    private static final int SESSION_STARTS_PER_DAY = 1000;

    private final World world;
    private final Supplier<String> gatewayUrl;
    private final IntSupplier identifies;

    Applications(World world, Supplier<String> gatewayUrl, IntSupplier identifies) {
        this.world = world;
        this.gatewayUrl = gatewayUrl;
        this.identifies = identifies;
    }

    Answer self(Request request) {
        User bot = world.users().self();
        ObjectNode json = Json.object().put("id", bot.id()).put("name", bot.username());
        json.putNull("icon").put("description", "").putNull("type").put("verify_key", "0".repeat(64));
        json.put("flags", 0).put("flags_new", "0").putArray("redirect_uris");
        json.putNull("interactions_endpoint_url").putNull("role_connections_verification_url");
        json.set("owner", world.users().owner().json());
        json.set("bot", bot.json());
        json.put("bot_public", false).put("bot_require_code_grant", false);
        json.put("approximate_guild_count", world.guilds().ofBot().size());
        json.put("approximate_user_install_count", 0).put("approximate_user_authorization_count", 0);
        json.put("explicit_content_filter", 0).putNull("team").putArray("eligible_oauth2_scopes");
        return Answer.ok(json);
    }

    Answer gateway(Request request) {
        return Answer.ok(Json.object().put("url", gatewayUrl.get()));
    }

    Answer gatewayForBot(Request request) {
        ObjectNode json = Json.object().put("url", gatewayUrl.get()).put("shards", 1);
        json.putObject("session_start_limit")
                .put("total", SESSION_STARTS_PER_DAY)
                .put("remaining", Math.max(0, SESSION_STARTS_PER_DAY - identifies.getAsInt()))
                .put("reset_after", 86_400_000)
                .put("max_concurrency", 1);
        return Answer.ok(json);
    }
}
