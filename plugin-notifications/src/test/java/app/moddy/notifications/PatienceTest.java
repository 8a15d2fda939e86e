package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long a caller waits. The time stands still unless a test moves it: an answer that comes all the same has waited for
 * nothing.
 */
class PatienceTest {
    private final Play play = new Play(MovableTime.standing());

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void twoHundredAndTwoAtOnceWhileDiscordIsNotConnected() throws Exception {
        play.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
        play.startDisconnected(bot -> bot);
        SandboxUser user = play.someone();
        String id = expect(play.backend().notify(user), 202, "pending");
        play.discord().on("GET /users/@me").heal();
        play.until(id, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void atOnceWhileAnAlarmHoldsUpNewUsers() throws Exception {
        play.start(bot -> bot);
        play.on(OPEN).failNext(SandboxFault.error(403, 40003, "You are opening direct messages too fast."));
        assertThat(play.backend().notify(play.someone())).hasOutcome(202, "pending");
        assertThat(play.backend().notify(play.someone())).hasOutcome(202, "pending");
        assertThat(play.discord().calls(OPEN)).hasSize(1);
    }

    @Test
    void atOnceWhileARateLimitHoldsUpTheWholeBot() throws Exception {
        play.start(bot -> bot);
        play.on(SEND).failNext(SandboxFault.rateLimited(30, true));
        String met = expect(play.backend().notify(play.someone()), 202, "pending");
        int calls = play.discord().calls(OPEN).size();
        String held = expect(play.backend().notify(play.someone()), 202, "pending");
        assertThat(play.discord().calls(OPEN)).hasSize(calls);
        assertThat(play.backend().standing(met).path("attempts").asInt()).isEqualTo(1);
        assertThat(play.backend().standing(held).path("attempts").asInt()).isZero();
    }

    @Test
    void atOnceBehindAQueueThatIsTooLong() throws Exception {
        play.start(bot -> bot.environment("MODDY_NEW_DM_PER_SECOND", "0.5"));
        for (int i = 0; i < 5; i++) { // so many at once
            assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
        }
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 1; i <= 3; i++) { // their turns are in 2, 4 and 6 seconds
            SandboxUser user = play.someone();
            waiting.add(play.backend().notifyBeside(user));
            play.awaitRecorded(user);
        }
        String inEightSeconds = expect(play.backend().notify(play.someone()), 202, "pending");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        play.until(inEightSeconds, "delivered");
        for (CompletableFuture<Answer> answer : waiting) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).hasOutcome(200, "delivered");
        }
    }

    @Test
    void atOnceBehindAnEarlierOneOfTheUserThatIsFarAway() throws Exception {
        play.start(bot -> bot);
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode: ten seconds"));
        String first = expect(play.backend().notify(user), 202, "pending");
        String second = expect(play.backend().notify(user), 202, "pending");
        assertThat(play.discord().calls(SEND)).hasSize(1);
        play.until(first, "delivered");
        play.until(second, "delivered");
    }

    /** Also for one that is soon tried again: it may be delivered until then. */
    @Test
    void elseItIsWaitedForEightSecondsAndNotLonger() throws Exception {
        play.start(bot -> bot);
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofSeconds(5))); // real time, in which all this is done
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        play.awaitRecorded(user);
        play.time().advance(Duration.ofMillis(7_990));
        play.time().settle();
        assertThat(play.backend().http().get("/internal/notifications/1"))
                .as("answers still come through")
                .hasStatus(404);
        assertThat(answer).isNotDone();
        play.time().advance(Duration.ofMillis(10));
        String id = expect(answer.get(10, TimeUnit.SECONDS), 202, "pending");
        assertThat(user.directMessages()).isEmpty();
        play.until(id, "delivered");
    }

    @Test
    void anOutcomeWithinThatTimeIsTheAnswer() throws Exception {
        play.start(bot -> bot);
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.status(500));
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        play.awaitWaiting(user, 1);
        play.time().advance(Duration.ofSeconds(1));
        assertThat(answer.get(10, TimeUnit.SECONDS)).hasOutcome(200, "delivered");
    }
}
