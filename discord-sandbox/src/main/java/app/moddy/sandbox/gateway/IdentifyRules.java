package app.moddy.sandbox.gateway;

import app.moddy.sandbox.rest.TokenGate;
import app.moddy.sandbox.world.Intents;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Who may begin a session.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#identifying">Identifying</a>
 */
record IdentifyRules(TokenGate gate, int privilegedIntents) {

    /** Returns why an IDENTIFY is refused, or null. */
    @Nullable
    CloseCode refusal(JsonNode identify) {
        JsonNode intents = identify.path("intents");
        if (!gate.accepts(identify.path("token").asText())) {
            return CloseCode.AUTHENTICATION_FAILED;
        }
        if (!intents.isIntegralNumber() || (intents.longValue() & ~(long) Intents.DEFINED) != 0) {
            return CloseCode.INVALID_INTENTS;
        }
        if ((intents.intValue() & Intents.PRIVILEGED & ~privilegedIntents) != 0) {
            return CloseCode.DISALLOWED_INTENTS;
        }
        JsonNode shard = identify.path("shard");
        boolean badShard = shard.isArray()
                && (shard.size() != 2 || shard.path(0).asInt() >= shard.path(1).asInt());
        return badShard ? CloseCode.INVALID_SHARD : null;
    }
}
