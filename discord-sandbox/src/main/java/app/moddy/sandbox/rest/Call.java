package app.moddy.sandbox.rest;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as it went over the wire.
 *
 * @param template the route's template, or null when no route has this path
 * @param status 0 when the bot got no answer
 */
public record Call(
        String method,
        @Nullable String template,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String requestBody,
        int status,
        String responseBody,
        Instant time) {}
