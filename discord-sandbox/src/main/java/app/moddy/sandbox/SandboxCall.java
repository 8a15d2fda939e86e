package app.moddy.sandbox;

import app.moddy.sandbox.rest.Call;
import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Map;

/**
 * A REST call of the bot as it went over the wire.
 *
 * @param template the route, such as {@code /channels/{channel_id}/messages}; empty when there is none for the path
 * @param path the path below the API's base
 * @param headers the names in any case
 * @param requestBody the text; empty when there was none
 * @param status the status of the answer; 0 when the bot got none
 * @param responseBody the text; empty when there was none
 * @param time when the request came, on the sandbox's clock
 */
public record SandboxCall(
        String method,
        String template,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String requestBody,
        int status,
        String responseBody,
        Instant time) {

    static SandboxCall of(Call call) {
        String known = call.template();
        return new SandboxCall(
                call.method(),
                known == null ? "" : known,
                call.path(),
                call.query(),
                call.headers(),
                call.requestBody(),
                call.status(),
                call.responseBody(),
                call.time());
    }

    /** Returns method and template, such as {@code GET /users/@me}. */
    public String route() {
        return method + " " + template;
    }

    /** Returns the request's body; a missing node when it is not JSON. */
    public JsonNode json() {
        return Json.read(requestBody).orElseGet(MissingNode::getInstance);
    }

    /** Returns the answer's body; a missing node when it is not JSON. */
    public JsonNode responseJson() {
        return Json.read(responseBody).orElseGet(MissingNode::getInstance);
    }
}
