package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code /notify-forget}: erases a user. */
@Tag("store")
class ForgetTest {
    private final Play play = new Play(MovableTime.flowing());
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot);
        play.scene().guild().awaitCommand("notify-forget");
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private SandboxReply ask(SandboxUser staff, SandboxUser forgotten) {
        return staff.in(play.scene().guild())
                .runs("/notify-forget", Map.of("user", forgotten))
                .await();
    }

    private String forget() {
        return ask(play.scene().ada(), user).press("Erase").await().content();
    }

    private void postpone() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
    }

    @Test
    void whatWaitsForThemIsNeverSent() {
        postpone();
        String id = expect(play.backend().notify(body(user), "key"), 202, "pending");
        assertThat(forget()).isEqualTo("Erased. Notifications that were theirs: 1.");
        assertThat(play.backend().outcome(id)).isEqualTo("erased");
        play.time().advance(Duration.ofMinutes(1));
        String next = expect(play.backend().notify(play.someone()), 200, "delivered");
        assertThat(play.backend().outcome(id)).isEqualTo("erased");
        assertThat(Long.parseLong(next)).isGreaterThan(Long.parseLong(id));
        assertThat(user.directMessages()).isEmpty();
    }

    @Test
    void theirKeysStillRefuseARepetition() {
        postpone();
        String id = expect(play.backend().notify(body(user), "key"), 202, "pending");
        forget();
        Answer again = play.backend().notify(body(user), "key");
        assertThat(expect(again, 500, "erased")).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(play.backend().notify(body(user, "other"), "key")).hasStatus(422);
    }

    @Test
    void nothingThatIsKeptNamesThem() {
        postpone();
        assertThat(play.backend().notify(body(user, "planted-pending"))).hasOutcome(202, "pending");
        play.time().advance(Duration.ofSeconds(12));
        Eventually.isTrue("delivered", () -> user.directMessages().size() == 1);
        user.closesDms();
        assertThat(play.backend().notify(body(user, "planted-inbox"))).hasOutcome(200, "dm_closed");
        user.locale("fr").in(play.scene().guild()).runs("/inbox").await();
        String languages = "SELECT last_used FROM user_language WHERE user_id = " + user.id();
        Eventually.isTrue("kept", () -> !play.kept().rows(languages).isEmpty());
        String channel = play.kept().value("SELECT channel_id FROM dm_channel WHERE user_id = " + user.id());
        assertThat(forget()).isEqualTo("Erased. Notifications that were theirs: 2.");
        assertThat(play.kept().rows("SELECT user_id, plan, metadata, language, inbox, doubt_at FROM notification"))
                .containsExactly("null|null|null|null|null|null", "null|null|null|null|null|null");
        assertThat(play.kept().rows("SELECT * FROM notification_attempt")).isEmpty();
        assertThat(play.kept().rows("SELECT * FROM dm_channel WHERE user_id = " + user.id()))
                .isEmpty();
        assertThat(play.kept().rows(languages)).isEmpty();
        play.stop(); // the file takes in what was written beside it
        assertThat(play.kept().contains("planted-")).isFalse();
        assertThat(play.kept().contains(user.id())).isFalse();
        assertThat(play.kept().contains(user.idAsLong())).isFalse();
        assertThat(play.kept().contains(Long.parseLong(channel))).isFalse();
    }

    @Test
    void whoIsWaitedForJustThenIsAnsweredAndNothingIsSentAnyMore() throws Exception {
        play.on(OPEN).failNext(SandboxFault.delay(Duration.ofMillis(700)));
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        String id = play.awaitRecorded(user);
        forget();
        assertThat(expect(answer.get(10, TimeUnit.SECONDS), 500, "erased")).isEqualTo(id);
        Eventually.isTrue("opened", () -> !play.discord().calls(OPEN).isEmpty());
        play.stop();
        assertThat(user.directMessages()).isEmpty();
    }

    /** As another instance does it, of which this one does not hear: its message may still come. */
    @Test
    void whoIsErasedElsewhereWhileTheirChannelIsOpenedLeavesNoTrace() {
        play.on(OPEN).failNext(SandboxFault.delay(Duration.ofSeconds(2)));
        var unused = play.backend().notifyBeside(user);
        String id = play.awaitRecorded(user);
        play.kept().update("DELETE FROM notification_attempt WHERE notification_id = " + id);
        play.kept()
                .update("UPDATE notification SET user_id = NULL, plan = NULL, metadata = NULL, language = NULL,"
                        + " outcome = 'erased', lease_owner = NULL, due_at = NULL, doubt_at = NULL, doubt_owner = NULL"
                        + " WHERE id = " + id);
        Eventually.isTrue("sent", () -> user.directMessages().size() == 1);
        play.stop(); // what was to be written is written
        assertThat(play.kept().rows("SELECT * FROM dm_channel WHERE user_id = " + user.id()))
                .isEmpty();
        assertThat(play.kept().rows("SELECT outcome, user_id, metadata FROM notification"))
                .containsExactly("erased|null|null");
        assertThat(play.kept().rows("SELECT * FROM notification_attempt")).isEmpty();
    }

    @Test
    void theirInboxIsEmptied() {
        user.closesDms();
        assertThat(play.backend().notify(user)).hasOutcome(200, "dm_closed");
        forget();
        assertThat(user.in(play.scene().guild()).runs("/inbox").await().content())
                .isEqualTo("Your inbox is empty.");
    }

    @Test
    void nothingHappensUntilItIsConfirmed() {
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        assertThat(ask(play.scene().ada(), user).content())
                .isEqualTo("Erase all that is kept of <@" + user.id() + ">? What waits for them will not be sent, their"
                        + " inbox is emptied, and nobody can bring it back.");
        assertThat(play.kept().value("SELECT user_id FROM notification")).isEqualTo(user.id());
    }

    @Test
    void whoIsNoStaffLearnsNothing() {
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        SandboxReply known = ask(play.scene().bob(), user);
        assertThat(known.content()).isEqualTo("This command is not for you here.");
        assertThat(known.buttons()).isEmpty();
        assertThat(ask(play.scene().bob(), play.someone()).content()).isEqualTo(known.content());
        assertThat(play.kept().value("SELECT user_id FROM notification")).isEqualTo(user.id());
    }

    @Test
    void ofWhomNothingIsKeptIsSaidSo() {
        assertThat(forget()).isEqualTo("Nothing was kept of notifications to them.");
    }

    @Test
    void whoWasErasedCanBeWrittenToAgain() {
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        forget();
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        assertThat(user.directMessages()).hasSize(2);
    }
}
