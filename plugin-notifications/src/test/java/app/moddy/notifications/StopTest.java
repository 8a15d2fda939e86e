package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bot is stopped while callers wait. */
class StopTest {
    private static final String OPEN = "POST /users/@me/channels";
    private static final String SEND = "POST /channels/{channel_id}/messages";

    @Test
    void whoWaitsForADiscordThatHangsHasAnAnswerBeforeTheBotIsGone() throws Exception {
        try (Scene scene = Scene.open()) {
            RunningBot bot = scene.bot().start();
            scene.discord().on(SEND).failAlways(SandboxFault.hang());
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, 5)
                    .mapToObj(i -> scene.discord()
                            .user("user" + i)
                            .joins(scene.guild())
                            .id())
                    .map(id -> CompletableFuture.supplyAsync(
                            () -> bot.backend().notify("{\"discord_id\":\"" + id + "\",\"action\":\"plan_upgraded\"}")))
                    .toList();
            Eventually.isTrue(
                    "all are on their way", () -> scene.discord().calls(OPEN).size() == waiting.size());
            bot.close();
            for (CompletableFuture<Answer> answer : waiting) {
                int status = answer.get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)
                        .status();
                assertThat(status).isIn(500, 503); // uncertain, or not sent
            }
        }
    }

    @Test
    void whatDiscordAnswersInTimeIsStillDelivered() throws Exception {
        try (Scene scene = Scene.open()) {
            RunningBot bot = scene.bot().start();
            scene.discord().on(SEND).failNext(SandboxFault.delay(Duration.ofMillis(600)));
            CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() ->
                    bot.backend().notify("{\"discord_id\":\"" + scene.bob().id() + "\",\"action\":\"plan_upgraded\"}"));
            Eventually.isTrue("on its way", () -> !scene.discord().calls(OPEN).isEmpty());
            bot.close();
            assertThat(waiting.get(5, TimeUnit.SECONDS).json().path("outcome").asText())
                    .isEqualTo("delivered");
            assertThat(scene.bob().directMessages()).hasSize(1);
        }
    }

    @Test
    void aTestThatStaffHaveBegunIsAnsweredTooWhenDiscordHangs() throws Exception {
        try (Scene scene = Scene.open()) {
            RunningBot bot = scene.bot().start();
            scene.guild().awaitCommand("notify-test");
            scene.discord().on(SEND).failAlways(SandboxFault.hang());
            SandboxReply reply = scene.ada().in(scene.guild()).runs("/notify-test", Map.of("action", "plan_upgraded"));
            reply.awaitAcknowledged();
            bot.close();
            assertThat(reply.await().content()).startsWith("❓ It was sent, and Discord does not say");
        }
    }
}
