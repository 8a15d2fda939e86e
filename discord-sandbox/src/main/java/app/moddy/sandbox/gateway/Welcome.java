package app.moddy.sandbox.gateway;

import app.moddy.sandbox.world.Guild;
import app.moddy.sandbox.world.GuildJson;
import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.Member;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * What a new session hears first: READY, then every guild.
 *
 * @param url where the bot resumes
 * @see <a href="https://discord.com/developers/docs/events/gateway-events#ready">Ready</a>
 */
record Welcome(World world, Supplier<String> url) {

    void to(Session session, JsonNode identify) {
        session.dispatch("READY", ready(session, identify));
        for (Guild guild : world.guilds().ofBot()) {
            Member bot = world.guilds().botIn(guild);
            if (bot != null) {
                session.dispatch("GUILD_CREATE", GuildJson.event(guild, bot));
            }
        }
    }

    private ObjectNode ready(Session session, JsonNode identify) {
        ObjectNode ready = Json.object().put("v", 10);
        ready.set("user", world.users().self().selfJson());
        ready.put("session_id", session.id()).put("resume_gateway_url", url.get() + "/resume");
        // Not in the documents, but real; JDA loses its session id without it.
        ready.putArray("private_channels");
        ArrayNode guilds = ready.putArray("guilds");
        for (Guild guild : world.guilds().ofBot()) {
            guilds.addObject().put("id", guild.id()).put("unavailable", true);
        }
        if (identify.path("shard").isArray()) {
            ready.set("shard", identify.path("shard"));
        }
        ready.putObject("application").put("id", world.users().self().id()).put("flags", 0);
        ready.putArray("_trace");
        return ready;
    }
}
