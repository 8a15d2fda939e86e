package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;

import app.moddy.bot.testing.Backend;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Somebody's backend, as it uses the notifications' part of the API. */
final class NotifyBackend {
    private final Backend http;

    NotifyBackend(RunningBot bot) {
        this.http = bot.backend();
    }

    Backend http() {
        return http;
    }

    /** The least that can be said to a user. */
    static String body(SandboxUser user) {
        return body(user, "planted-metadata");
    }

    static String body(SandboxUser user, String message) {
        return "{\"discord_id\":\"" + user.id() + "\",\"action\":\"subscription_updated\",\"metadata\":{\"message\":\""
                + message + "\"}}";
    }

    Answer notify(SandboxUser user) {
        return http.notify(body(user));
    }

    /** Each key is a header of its own. */
    Answer notify(String body, String... keys) {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.uri("/internal/notify"))
                .header("Authorization", "Bearer " + RunningBot.SECRET)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        for (String key : keys) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request);
    }

    /** From a thread of its own: the answer may wait for what the test does next. */
    static <T> CompletableFuture<T> beside(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task, "backend").start());
    }

    /** The same, for a user. */
    CompletableFuture<Answer> notifyBeside(SandboxUser user) {
        return beside(() -> notify(user));
    }

    /** Checks status and outcome, and gives the notification's id. */
    static String expect(Answer answer, int status, String outcome) {
        assertThat(answer).hasOutcome(status, outcome);
        return answer.notificationId();
    }

    /** How it stands. */
    JsonNode standing(String id) {
        Answer answer = http.get("/internal/notifications/" + id);
        assertThat(answer).hasStatus(200);
        return answer.json();
    }

    String outcome(String id) {
        return standing(id).path("outcome").asText();
    }

    void awaitOutcome(String id, String outcome) {
        Eventually.isTrue(outcome, () -> outcome(id).equals(outcome));
    }

    /** Waits until so many attempts of it have ended and it waits for the next one. */
    JsonNode awaitWaiting(String id, int attempts) {
        Eventually.isTrue(attempts + " attempts", () -> {
            JsonNode standing = standing(id);
            return standing.path("attempts").asInt() == attempts
                    && !standing.path("next_attempt_at").isNull();
        });
        return standing(id);
    }
}
