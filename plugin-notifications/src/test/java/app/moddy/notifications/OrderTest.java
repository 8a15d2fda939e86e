package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One user has one notification under way, the oldest first; users do not wait for each other. */
@Tag("store")
class OrderTest {
    private final Play play = new Play(MovableTime.standing());
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private List<String> refs() {
        return user.directMessages().stream()
                .map(SandboxMessage::embeds)
                .map(embeds -> embeds.get(0).footer().replace("Ref ", ""))
                .toList();
    }

    @Test
    void theSecondWaitsForTheFirstThatIsTriedAgainSoon() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode: ten seconds"));
        String first = expect(play.backend().notify(user), 202, "pending");
        String second = expect(play.backend().notify(user), 202, "pending");
        play.time().advance(Duration.ofSeconds(9));
        assertThat(play.backend().standing(second).path("attempts").asInt()).isZero();
        play.until(second, "delivered");
        assertThat(refs()).containsExactly(first, second);
        assertThat(play.discord().calls(SEND)).hasSize(3);
    }

    @Test
    void theSecondGoesFirstWhenTheFirstIsTriedAgainInOverAMinute() {
        play.on(SEND).failNext(SandboxFault.error(403, 40004, "temporarily disabled: a minute and a little"));
        String first = expect(play.backend().notify(user), 202, "pending");
        String second = expect(play.backend().notify(user), 200, "delivered");
        assertThat(play.backend().standing(first).path("attempts").asInt()).isEqualTo(1);
        play.until(first, "delivered", Duration.ofSeconds(1));
        assertThat(refs()).containsExactly(second, first);
    }

    @Test
    void theSecondWaitsWhileTheFirstIsUnderWayAndIsThenSentAtOnce() throws Exception {
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofMillis(500)));
        CompletableFuture<Answer> first =
                NotifyBackend.beside(() -> play.backend().notify(body(user, "first")));
        String firstId = play.awaitRecorded(user);
        String secondId = expect(play.backend().notify(body(user, "second")), 200, "delivered");
        assertThat(first.get(10, TimeUnit.SECONDS)
                        .json()
                        .path("notification_id")
                        .asText())
                .isEqualTo(firstId);
        assertThat(refs()).containsExactly(firstId, secondId);
    }

    @Test
    void usersDoNotWaitForEachOther() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode: ten seconds"));
        assertThat(play.backend().notify(user)).hasOutcome(202, "pending");
        assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
        assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
        assertThat(refs()).isEmpty();
    }

    @Test
    void manyThatCameWhileDiscordWasAwayArriveInTheirOrder() throws Exception {
        play.stop();
        play.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
        play.startDisconnected(bot -> bot);
        SandboxUser other = play.someone();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(expect(play.backend().notify(user), 202, "pending"));
            assertThat(play.backend().notify(other)).hasOutcome(202, "pending");
        }
        play.discord().on("GET /users/@me").heal();
        Eventually.isTrue("all are delivered", () -> {
            play.time().advance(Duration.ofMillis(100));
            return user.directMessages().size() == 10 && other.directMessages().size() == 10;
        });
        assertThat(refs()).isEqualTo(ids);
    }
}
