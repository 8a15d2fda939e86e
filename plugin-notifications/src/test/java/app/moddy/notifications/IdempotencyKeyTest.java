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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request under the same key is one notification, however often and whenever it comes. */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyKeyTest {
    private final Play play = new Play(MovableTime.flowing());

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
    }

    private static void expectReplay(Answer answer, int status, String outcome, String id) {
        assertThat(expect(answer, status, outcome)).isEqualTo(id);
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theSameRequestAgainHasTheSameOutcomeAndMakesNoSecondMessage() {
        SandboxUser user = play.someone();
        Answer first = play.backend().notify(body(user), "again");
        String id = expect(first, 200, "delivered");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        expectReplay(play.backend().notify(body(user), "again"), 200, "delivered", id);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void withoutAKeyTwoEqualRequestsAreTwoNotifications() {
        SandboxUser user = play.someone();
        assertThat(expect(play.backend().notify(user), 200, "delivered"))
                .isNotEqualTo(expect(play.backend().notify(user), 200, "delivered"));
        assertThat(user.directMessages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":1,\"new_plan\":\"x\"}}",
                "{\"action\":\"plan_upgraded\",\"metadata\":{\"new_plan\":\"x\",\"a\":1},\"discord_id\":\"ID\"}",
                " {\"discord_id\" : \"ID\",\n\t\"action\": \"plan_upgraded\", \"metadata\":{\"a\":1, \"new_plan\":\"x\"} }\r\n",
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":1.0,\"new_plan\":\"x\"}}",
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":10e-1,\"new_plan\":\"\\u0078\"}}"
            })
    void aBodyIsTheSameHoweverItIsSpelt(String body) {
        SandboxUser user = play.discord().user("spelt").joins(play.scene().guild());
        assertThat(play.backend().notify(body.replace("ID", user.id()), "spelt"))
                .hasOutcome(200, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"discord_id\":\"ID\",\"action\":\"plan_downgraded\",\"metadata\":{\"a\":1}}",
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":2}}",
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":\"1\"}}",
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{}}",
                "{\"discord_id\":\"ID\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":1},\"ignored\":true}"
            })
    void anotherBodyUnderTheKeyIsRefusedAndNotSent(String body) {
        SandboxUser user = play.someone();
        String first = "{\"discord_id\":\"" + user.id() + "\",\"action\":\"plan_upgraded\",\"metadata\":{\"a\":1}}";
        String id = expect(play.backend().notify(first, "key-of-" + user.id()), 200, "delivered");
        Answer answer = play.backend().notify(body.replace("ID", user.id()), "key-of-" + user.id());
        assertThat(answer).hasStatus(422);
        assertThat(answer.json().at("/details/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(answer.json().at("/details/0/message").asText()).contains("another body");
        assertThat(user.directMessages()).hasSize(1);
        expectReplay(play.backend().notify(first, "key-of-" + user.id()), 200, "delivered", id);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsPendingAtOnce() throws Exception {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofMillis(700)));
        CompletableFuture<Answer> first =
                NotifyBackend.beside(() -> play.backend().notify(body(user), "under-way"));
        String id = play.awaitRecorded(user);
        expectReplay(play.backend().notify(body(user), "under-way"), 202, "pending", id);
        assertThat(first).isNotDone();
        assertThat(expect(first.get(10, TimeUnit.SECONDS), 200, "delivered")).isEqualTo(id);
        expectReplay(play.backend().notify(body(user), "under-way"), 200, "delivered", id);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void acrossARestart() throws Exception {
        SandboxUser user = play.someone();
        String id = expect(play.backend().notify(body(user), "restart"), 200, "delivered");
        play.stop();
        play.start(bot -> bot);
        expectReplay(play.backend().notify(body(user), "restart"), 200, "delivered", id);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void sixtyFourEqualRequestsAtOnceAreOneMessage() throws Exception {
        SandboxUser user = play.someone();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(NotifyBackend.beside(() -> play.backend().notify(body(user), "flood")));
        }
        int first = 0;
        String id = play.awaitRecorded(user);
        for (CompletableFuture<Answer> each : answers) {
            Answer answer = each.get(20, TimeUnit.SECONDS);
            assertThat(answer.status()).as(answer.text()).isIn(200, 202);
            assertThat(answer.json().path("notification_id").asText()).isEqualTo(id);
            first += answer.header("Idempotency-Replayed").isEmpty() ? 1 : 0;
        }
        assertThat(first).isEqualTo(1);
        play.backend().awaitOutcome(id, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }
}
