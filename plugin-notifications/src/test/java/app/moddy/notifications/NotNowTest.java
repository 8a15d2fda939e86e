package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Timings;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was surely not sent is tried again by itself, and nobody is asked to post it again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotNowTest {
    /** Longer than Discord asks for in any of these. */
    private static final Duration A_WHILE = Duration.ofSeconds(90);

    private final Play play = new Play(MovableTime.flowing());

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot.replacing(Timings.sendLimit(Duration.ofMillis(900))));
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(OPEN).heal();
        play.on(SEND).heal();
    }

    private void expectLater(SandboxUser user, String route) {
        String id = expect(play.backend().notify(user), 202, "pending");
        assertThat(user.directMessages()).isEmpty();
        play.on(route).heal();
        play.time().advance(A_WHILE);
        play.backend().awaitOutcome(id, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 40004",
        "400, 40006",
        "503, 130000",
        "400, 130000",
        "403, 20016",
        "403, 20028",
        "403, 20029",
        "503, 40062",
        "503, 110001"
    })
    void whatDiscordDoesNotTakeNowIsPendingAndDeliveredLater(int status, int code) {
        play.on(SEND).failAlways(SandboxFault.error(status, code, "as the test has it"));
        expectLater(play.someone(), SEND);
    }

    @ParameterizedTest
    @CsvSource({"403, 40004", "400, 40006"})
    void theOpeningOfTheDmMayBePutOffToo(int status, int code) {
        play.on(OPEN).failAlways(SandboxFault.error(status, code, "as the test has it"));
        expectLater(play.someone(), OPEN);
    }

    /** Without a code: JDA needs the time to wait, and repeats a 429 that names none at once and without end. */
    @Test
    void aRateLimitThatOutlastsACallersPatienceIsPendingAtOnce() {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.rateLimited(30));
        String id = expect(play.backend().notify(user), 202, "pending");
        assertThat(play.discord().calls(SEND).stream().filter(call -> call.status() == 429))
                .hasSize(1);
        assertThat(user.directMessages()).isEmpty();
        assertThat(play.backend().standing(id).path("next_attempt_at").isNull()).isFalse();
    }

    @Test
    void aShortRateLimitIsWaitedForAndNothingIsSentBehindOurBack() throws Exception {
        play.on(SEND).failNext(SandboxFault.rateLimited(1.2));
        SandboxUser user = play.someone();
        int before = play.discord().calls(SEND).size();
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        String id = expect(answer.get(10, TimeUnit.SECONDS), 200, "delivered");
        assertThat(play.backend().standing(id).path("attempts").asInt()).isEqualTo(2);
        // the 429 and the message: what waited in JDA for the first attempt never went out
        assertThat(play.discord().calls(SEND)).hasSize(before + 2);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void anOpeningThatFailsIsNeverInDoubt() throws Exception {
        play.on(OPEN).failNext(SandboxFault.dropConnection());
        play.on(OPEN).failNext(SandboxFault.status(500));
        SandboxUser user = play.someone();
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        Eventually.isTrue(
                "put off",
                () -> play.kept()
                        .rows("SELECT result FROM notification_attempt JOIN notification ON id = notification_id"
                                + " WHERE user_id = " + user.id())
                        .equals(List.of("not_now")));
        assertThat(play.kept().value("SELECT doubt_at FROM notification WHERE user_id = " + user.id()))
                .isEqualTo("null");
        play.time().advance(Duration.ofSeconds(6));
        expect(answer.get(10, TimeUnit.SECONDS), 200, "delivered");
        assertThat(play.discord().calls(LOOK)).isEmpty();
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void aRateLimitOfTheOpeningOutlastsUsWithoutDoubt() {
        play.on(OPEN).failNext(SandboxFault.rateLimited(1.5)); // blocks the queue of openings
        SandboxUser user = play.someone();
        String id = expect(play.backend().notify(user), 200, "delivered");
        assertThat(play.backend().standing(id).path("attempts").asInt()).isEqualTo(2);
        assertThat(play.discord().calls(LOOK)).isEmpty();
        assertThat(user.directMessages()).hasSize(1);
    }
}
