package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While Discord is away, or limits the bot: 503 with Retry-After, in time, and repeating does the rest. */
class NotNowTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private final RoleScene scene = new RoleScene(bot);

    static int retryAfter(Answer answer) {
        assertThat(answer)
                .hasStatus(503)
                .hasValue("", Map.of("error", "Discord cannot be reached or limits the bot; repeating is harmless"));
        return Integer.parseInt(answer.header("Retry-After"));
    }

    @Test
    void discordIsBroken() {
        scene.start();
        bot.on(RoleScene.MEMBER).failNext(SandboxFault.status(500));
        assertThat(retryAfter(scene.plan("max"))).isPositive();
        assertThat(scene.changes()).isEmpty();
        assertThat(scene.plan("max")).hasStatus(200);
    }

    @Test
    void itBreaksOffInTheMiddleAndARepetitionDoesTheRest() {
        bot.bob().joins(bot.guild(), scene.basic());
        scene.start();
        bot.on(RoleScene.TAKE).failNext(SandboxFault.status(500));
        retryAfter(scene.plan("max"));
        assertThat(scene.plan("max")).hasStatus(200);
        assertThat(scene.changes()).containsExactly("PUT Premium", "PUT Max", "DELETE Basic", "DELETE Basic");
        assertThat(bot.bob().has(scene.basic())).isFalse();
    }

    @Test
    void whatWasRefusedBeforeItBrokeOffIsSaidToo() {
        scene.start();
        bot.on(RoleScene.GIVE).failNext(SandboxFault.status(500));
        assertThat(scene.change(List.of("123456789012345678", scene.premium().id()), List.of()))
                .hasStatus(503)
                .hasError("Discord cannot be reached or limits the bot; repeating is harmless; cannot add"
                        + " 123456789012345678: there is no such role");
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedFor() {
        scene.start();
        bot.on(RoleScene.GIVE).failAlways(SandboxFault.hang());
        long begin = System.nanoTime();
        retryAfter(scene.plan("max"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aLimitOfDiscordsIsPassedOn() {
        scene.start();
        bot.on(RoleScene.GIVE).failNext(SandboxFault.rateLimited(30));
        assertThat(retryAfter(scene.plan("max"))).isBetween(29, 31);
    }

    @Test
    void theLimitOfTheWholeBotHoldsItUpWithoutACall() {
        scene.start();
        bot.on(RoleScene.MEMBER).failNext(SandboxFault.rateLimited(30, true));
        assertThat(retryAfter(scene.plan("max"))).isBetween(29, 31);
        int calls = bot.discord().calls(RoleScene.MEMBER).size();
        assertThat(retryAfter(scene.plan("max"))).isBetween(25, 31);
        assertThat(bot.discord().calls(RoleScene.MEMBER)).hasSize(calls);
    }

    @Test
    void anOutageIsTriedNowAndThenAndAnsweredAtOnceOtherwise() {
        scene.start();
        bot.on(RoleScene.MEMBER).failAlways(SandboxFault.status(500));
        for (int i = 0; i < 20; i++) {
            retryAfter(scene.plan("max"));
        }
        assertThat(bot.discord().calls(RoleScene.MEMBER))
                .as("five in a row are an outage, after what the start has to say to Discord")
                .hasSizeBetween(5, 12);
        bot.on(RoleScene.MEMBER).heal();
        Eventually.isTrue("it is over", () -> scene.plan("max").status() == 200);
    }

    @Test
    void untilTheFirstLogin() {
        bot.on("GET /users/@me").failAlways(SandboxFault.status(500));
        bot.section("roles", "{plans: {max: []}}").startWithoutWaiting();
        long begin = System.nanoTime();
        Answer answer = scene.plan("max");
        assertThat(answer).hasStatus(503).hasError("The bot is not connected to Discord");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
