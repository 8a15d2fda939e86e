package app.moddy.sandbox.rest;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Discord's 429: whole seconds in Retry-After, the fraction only in the body.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit">Exceeding a limit</a>
 */
final class TooMany {
    private TooMany() {}

    /** Returns the answer without the headers of a bucket; code 0 is left out, as Discord does. */
    static Answer answer(Duration left, LimitScope scope, int code) {
        boolean global = scope == LimitScope.GLOBAL;
        String what = scope == LimitScope.SHARED ? "The resource is" : "You are";
        ObjectNode body = Json.object().put("message", what + " being rate limited.");
        body.put("retry_after", Math.max(1, left.toMillis()) / 1000.0).put("global", global);
        if (code != 0) {
            body.put("code", code);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", Long.toString(Math.max(1, (left.toMillis() + 999) / 1000)));
        headers.put("X-RateLimit-Scope", scope.header());
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        }
        return Answer.json(429, body).with(headers);
    }
}
