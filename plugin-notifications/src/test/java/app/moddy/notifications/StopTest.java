package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.Store;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.coupon.CouponPlugin;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bot is stopped while callers wait, and started again on the same data. */
class StopTest {
    private final Play play = new Play(MovableTime.flowing());

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void whoWaitsForADiscordThatHangsHas202AtOnceAndNothingIsLostOrSentTwice() throws Exception {
        play.start(bot -> bot);
        play.on(SEND).failNext(SandboxFault.hang()).failAlways(SandboxFault.hangAfterProcessing());
        List<SandboxUser> users = new ArrayList<>();
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            users.add(play.someone());
            waiting.add(play.backend().notifyBeside(users.get(i)));
        }
        Eventually.isTrue(
                "all are on their way", () -> play.discord().calls(OPEN).size() == users.size());
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(play::stop, task -> new Thread(task).start());
        List<String> ids = new ArrayList<>();
        for (CompletableFuture<Answer> answer : waiting) {
            ids.add(expect(answer.get(5, TimeUnit.SECONDS), 202, "pending"));
        }
        assertThat(stopped).as("the answers do not wait for the end").isNotDone();
        stopped.get(10, TimeUnit.SECONDS);
        play.on(SEND).heal();
        play.start(bot -> bot);
        for (String id : ids) {
            play.until(id, "delivered");
        }
        assertThat(users).allSatisfy(user -> assertThat(user.directMessages()).hasSize(1));
    }

    @Test
    void whatDiscordAnswersInTimeIsRecorded() throws Exception {
        play.start(bot -> bot);
        SandboxUser bob = play.scene().bob();
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofMillis(600)));
        CompletableFuture<Answer> waiting =
                NotifyBackend.beside(() -> play.backend().notify(body(bob), "key"));
        Eventually.isTrue("on its way", () -> !play.discord().calls(OPEN).isEmpty());
        play.stop();
        String id = expect(waiting.get(5, TimeUnit.SECONDS), 202, "pending");
        play.start(bot -> bot);
        assertThat(play.backend().outcome(id)).isEqualTo("delivered");
        assertThat(expect(play.backend().notify(body(bob), "key"), 200, "delivered"))
                .isEqualTo(id);
        assertThat(play.discord().calls(SEND)).hasSize(1);
        assertThat(play.discord().calls(LOOK)).isEmpty();
        assertThat(bob.directMessages()).hasSize(1);
    }

    @Test
    void aTestThatStaffHaveBegunIsAnsweredTooWhenDiscordHangs() throws Exception {
        play.start(bot -> bot);
        play.scene().guild().awaitCommand("notify-test");
        play.on(SEND).failAlways(SandboxFault.hang());
        SandboxReply reply =
                play.scene().ada().in(play.scene().guild()).runs("/notify-test", Map.of("action", "plan_upgraded"));
        reply.awaitAcknowledged();
        Eventually.isTrue("on its way", () -> !play.discord().calls(OPEN).isEmpty());
        play.stop();
        assertThat(reply.await().content())
                .startsWith("⏳ It is recorded, and will be sent as soon as that is possible.");
    }

    /** The store is slow just then, so that the claim comes back when the bot already leaves. */
    @Test
    void noAttemptBeginsAnyMore() throws Exception {
        CouponPlugin window = new CouponPlugin();
        play.start(bot -> bot.plugins(new NotificationsPlugin(), window));
        SandboxUser due = play.someone();
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String id = expect(play.backend().notify(due), 202, "pending");
        play.time().advance(Duration.ofSeconds(5));
        SandboxUser other = play.someone();
        play.on(SEND).failNext(SandboxFault.delay(Duration.ofSeconds(1)));
        CompletableFuture<Answer> untilItLeaves = play.backend().notifyBeside(other);
        play.awaitRecorded(other);

        CountDownLatch writing = new CountDownLatch(1);
        window.get(Store.class).write(sql -> {
            try {
                return writing.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        play.time().advance(Duration.ofSeconds(7)); // due now: it is claimed once the writer goes on
        play.time().settle();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(play::stop, task -> new Thread(task).start());
        expect(untilItLeaves.get(10, TimeUnit.SECONDS), 202, "pending");
        writing.countDown();
        stopped.get(10, TimeUnit.SECONDS);
        assertThat(due.directMessages()).isEmpty();

        play.start(bot -> bot.plugins(new NotificationsPlugin(), new CouponPlugin()));
        play.until(id, "delivered");
        assertThat(due.directMessages()).hasSize(1);
    }
}
