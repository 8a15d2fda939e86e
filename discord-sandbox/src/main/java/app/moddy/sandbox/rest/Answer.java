package app.moddy.sandbox.rest;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer. An empty body means none, status 0 that the bot gets no answer. */
public record Answer(int status, String body, String contentType, Map<String, String> headers) {
    private static final String JSON = "application/json";

    static final Answer NONE = new Answer(0, "", JSON, Map.of());

    /** Returns 200 with a body. */
    public static Answer ok(JsonNode json) {
        return json(200, json);
    }

    /** Returns a status with a JSON body. */
    public static Answer json(int status, JsonNode json) {
        return new Answer(status, Json.write(json), JSON, Map.of());
    }

    /** Returns 204. */
    public static Answer noContent() {
        return new Answer(204, "", JSON, Map.of());
    }

    /** Returns an error in Discord's form. */
    public static Answer error(int status, int code, String message) {
        return json(status, Json.object().put("message", message).put("code", code));
    }

    /** Returns the same answer with more headers. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, body, contentType, all);
    }

    Answer withBody(String other) {
        return new Answer(status, other, contentType, headers);
    }
}
