package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** While Discord is away, or limits the bot: 503 with Retry-After, in time, and repeating does the rest. */
class NotNowTest {
    private static int retryAfter(Answer answer) {
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"Discord cannot be reached or limits the bot; repeating is harmless\"}");
        assertThat(answer.status()).isEqualTo(503);
        return Integer.parseInt(answer.header("Retry-After"));
    }

    @Test
    void discordIsBroken() throws Exception {
        try (RoleScene scene = new RoleScene().start()) {
            scene.on(RoleScene.MEMBER).failNext(SandboxFault.status(500));
            assertThat(retryAfter(scene.plan("max"))).isPositive();
            assertThat(scene.changes()).isEmpty();
            assertThat(scene.plan("max").status()).isEqualTo(200);
        }
    }

    @Test
    void itBreaksOffInTheMiddleAndARepetitionDoesTheRest() throws Exception {
        try (RoleScene scene = new RoleScene()) {
            scene.bob().joins(scene.guild(), scene.basic());
            scene.start();
            scene.on(RoleScene.TAKE).failNext(SandboxFault.status(500));
            retryAfter(scene.plan("max"));
            assertThat(scene.plan("max").status()).isEqualTo(200);
            assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max", "DELETE Basic", "DELETE Basic");
            assertThat(scene.bob().has(scene.basic())).isFalse();
        }
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedFor() throws Exception {
        try (RoleScene scene = new RoleScene().start()) {
            scene.on(RoleScene.GIVE).failAlways(SandboxFault.hang());
            long begin = System.nanoTime();
            retryAfter(scene.plan("max"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
            scene.on(RoleScene.GIVE).heal();
        }
    }

    @Test
    void aLimitOfDiscordsIsPassedOn() throws Exception {
        try (RoleScene scene = new RoleScene().start()) {
            scene.on(RoleScene.GIVE).failNext(SandboxFault.rateLimited(30));
            assertThat(retryAfter(scene.plan("max"))).isBetween(29, 31);
        }
    }

    @Test
    void theLimitOfTheWholeBotHoldsItUpWithoutACall() throws Exception {
        try (RoleScene scene = new RoleScene().start()) {
            scene.on(RoleScene.MEMBER).failNext(SandboxFault.rateLimited(30, true));
            assertThat(retryAfter(scene.plan("max"))).isBetween(29, 31);
            int calls = scene.discord().calls(RoleScene.MEMBER).size();
            assertThat(retryAfter(scene.plan("max"))).isBetween(25, 31);
            assertThat(scene.discord().calls(RoleScene.MEMBER)).hasSize(calls);
        }
    }

    @Test
    void anOutageIsTriedNowAndThenAndAnsweredAtOnceOtherwise() throws Exception {
        try (RoleScene scene = new RoleScene().start()) {
            scene.on(RoleScene.MEMBER).failAlways(SandboxFault.status(500));
            for (int i = 0; i < 20; i++) {
                retryAfter(scene.plan("max"));
            }
            assertThat(scene.discord().calls(RoleScene.MEMBER))
                    .as("five in a row are an outage, after what the start has to say to Discord")
                    .hasSizeBetween(5, 12);
            scene.on(RoleScene.MEMBER).heal();
            Eventually.isTrue("it is over", () -> scene.plan("max").status() == 200);
        }
    }

    @Test
    void moreRolesThanDiscordTakesAtATime() throws Exception {
        DiscordSandbox discord = DiscordSandbox.builder()
                .withoutRateLimits()
                .rateLimit("member roles", 2, Duration.ofMinutes(1))
                .checkingSchema()
                .start();
        try (RoleScene scene = new RoleScene(Scene.on(discord)).start()) {
            List<String> many = new ArrayList<>(List.of(
                    scene.max().id(), scene.basic().id(), scene.premium().id()));
            assertThat(retryAfter(scene.change(many, List.of()))).isPositive();
            assertThat(scene.changes()).containsExactly("PUT Max", "PUT Basic");
        }
    }

    @Test
    void untilTheFirstLogin() throws Exception {
        try (Scene scene = Scene.open()) {
            scene.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
            try (RunningBot bot =
                    scene.bot().section("roles", "{plans: {max: []}}").startWithoutWaiting()) {
                long begin = System.nanoTime();
                Answer answer = bot.backend()
                        .post(
                                "/internal/roles/update",
                                "{\"discord_id\":\"%s\",\"plan\":\"max\"}"
                                        .formatted(scene.bob().id()));
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.json().path("error").asText()).isEqualTo("The bot is not connected to Discord yet");
                assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                        .isLessThan(2);
            }
        }
    }
}
