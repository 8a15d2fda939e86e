package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /internal/notifications/{id}}. */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusRouteTest {
    private final Play play = new Play(MovableTime.standing());
    private final Instant start = Instant.ofEpochMilli(play.time().now().toEpochMilli());

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(SEND).heal();
        play.time().advance(Duration.ofSeconds(1)); // new DMs: five at once
    }

    private static String expected(
            String id, String outcome, int attempts, String accepted, String finished, String next) {
        return "{\"notification_id\":\"" + id + "\",\"action\":\"subscription_updated\",\"outcome\":\"" + outcome
                + "\",\"retryable\":false,\"attempts\":" + attempts + ",\"accepted_at\":" + accepted
                + ",\"finished_at\":" + finished + ",\"next_attempt_at\":" + next + "}";
    }

    private String quotedNow() {
        return "\"" + Instant.ofEpochMilli(play.time().now().toEpochMilli()) + "\"";
    }

    private String text(String id) {
        return play.backend().http().get("/internal/notifications/" + id).text();
    }

    @Test
    void ofOneThatIsFinished() {
        String id = expect(play.backend().notify(play.someone()), 200, "delivered");
        assertThat(text(id)).isEqualTo(expected(id, "delivered", 1, quotedNow(), quotedNow(), "null"));
    }

    @Test
    void ofOneThatIsUnderWay() throws Exception {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofMillis(500)));
        var answer = play.backend().notifyBeside(user);
        String id = play.awaitRecorded(user);
        assertThat(text(id)).isEqualTo(expected(id, "pending", 1, quotedNow(), "null", "null"));
        assertThat(answer.get()).hasOutcome(200, "delivered");
    }

    @Test
    void ofOneThatWaitsForItsNextAttempt() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String id = expect(play.backend().notify(play.someone()), 202, "pending");
        String accepted = quotedNow();
        JsonNode standing = play.backend().standing(id);
        assertThat(standing.toString())
                .isEqualTo(expected(
                        id,
                        "pending",
                        1,
                        accepted,
                        "null",
                        standing.path("next_attempt_at").toString()));
        assertThat(Instant.parse(standing.path("next_attempt_at").asText()))
                .isBetween(play.time().now().plusSeconds(9), play.time().now().plusSeconds(12));
        play.until(id, "delivered");
        standing = play.backend().standing(id);
        assertThat(standing.path("attempts").asInt()).isEqualTo(2);
        assertThat(standing.path("accepted_at").toString()).isEqualTo(accepted);
    }

    @Test
    void saysNothingOfItsUserOrItsContent() {
        SandboxUser user = play.someone();
        String id = expect(play.backend().notify(body(user, "planted-secret"), "planted-key"), 200, "delivered");
        assertThat(text(id)).doesNotContain("planted", user.id(), user.name());
        assertThat(play.backend().standing(id).fieldNames())
                .toIterable()
                .containsExactly(
                        "notification_id",
                        "action",
                        "outcome",
                        "retryable",
                        "attempts",
                        "accepted_at",
                        "finished_at",
                        "next_attempt_at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "123456789012345678",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999",
                "0",
                "-1",
                "007",
                "1.0",
                "abc"
            })
    void ofNone(String id) {
        Answer answer = play.backend().http().get("/internal/notifications/" + id);
        assertThat(answer).hasStatus(404);
        assertThat(answer.text()).isEqualTo("{\"error\":\"No such notification\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "%20", "%00", "1%3B--", "%E2%91%A0", "", "1/2"})
    void ofWhatCanNotEvenBeAPath(String id) {
        Answer answer = play.backend().http().get("/internal/notifications/" + id);
        assertThat(answer).hasStatus(404);
    }

    @Test
    void needsTheSecretAndTakesNoParameters() {
        String id = expect(play.backend().notify(play.someone()), 200, "delivered");
        String path = "/internal/notifications/" + id;
        assertThat(play.backend().http().getWithoutSecret(path)).hasStatus(401);
        assertThat(play.backend().http().get(path + "?x=1")).hasStatus(422);
    }

    @Test
    void idsAreOrderedByTimeAlsoWhenTheClockStandsStill() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(Long.parseLong(expect(play.backend().notify(play.someone()), 200, "delivered")));
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat((ids.get(0) >> 22) + 1_420_070_400_000L)
                .isBetween(start.toEpochMilli(), play.time().now().toEpochMilli());
    }
}
