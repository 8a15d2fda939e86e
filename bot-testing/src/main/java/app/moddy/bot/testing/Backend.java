package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Somebody's backend: calls the internal API over real HTTP, and waits at most 10 s for the answer. An answer that is not as
 * {@code GET /internal/openapi.json} describes it fails the test. Thread-safe.
 */
public final class Backend {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTIFY = "/internal/notify";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ApiClient http;
    private final int port;
    private final String secret;

    Backend(int port, String secret) {
        this.http = new ApiClient(secret);
        this.port = port;
        this.secret = secret;
    }

    /** Where the API is. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** {@code POST /internal/notify}: this happened to this user. */
    public Answer notify(SandboxUser user, String action) {
        return notify(user, action, Map.of());
    }

    /** The same, and more of it. */
    public Answer notify(SandboxUser user, String action, Map<String, ?> metadata) {
        return post(NOTIFY, Map.of("discord_id", user.id(), "action", action, "metadata", metadata));
    }

    /** The same, and the user's plan. */
    public Answer notify(SandboxUser user, String action, String plan, Map<String, ?> metadata) {
        return post(NOTIFY, Map.of("discord_id", user.id(), "action", action, "plan", plan, "metadata", metadata));
    }

    /** The same with a body of the test's own. */
    public Answer notify(String json) {
        return post(NOTIFY, json);
    }

    /** {@code POST} with the secret; the body is maps, lists, texts, numbers and Booleans. */
    public Answer post(String path, Map<String, ?> body) {
        try {
            return post(path, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + body, e);
        }
    }

    /** {@code POST} with the secret and a body of the test's own. */
    public Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
    }

    /** {@code GET} with the secret. */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + secret));
    }

    /** {@code GET} without it. */
    public Answer getWithoutSecret(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Sends what was built, with the patience of a usual client. */
    public Answer send(HttpRequest.Builder request) {
        return exchange(request.timeout(PATIENCE).build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came back.
     *
     * @param status HTTP's
     * @param text the body
     * @param response all of it
     */
    public record Answer(int status, String text, HttpResponse<String> response) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + text, e);
            }
        }

        /** The id of the notification, of an answer that has an outcome; else an empty text. */
        public String notificationId() {
            return json().path("notification_id").asText();
        }

        /** A header's first value, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
