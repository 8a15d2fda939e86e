package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After an outage, staff have all sent again that has failed. */
@Tag("store")
class NotifyRetryFailedTest {
    private final Play play = new Play(MovableTime.standing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot.section("notifications", "{give_up_after: 1h}"));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private SandboxReply ask(String since) {
        return staff.run("notify-retry-failed", Map.of("since", since));
    }

    private String refused(SandboxUser of) {
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        return expect(play.backend().notify(of), 500, "refused");
    }

    @Test
    void allThatFailedSinceThenIsSentAgainAfterAConfirmation() {
        String tooOld = refused(user);
        play.time().advance(Duration.ofHours(3));
        SandboxUser stranger = play.discord().user("stranger");
        assertThat(play.backend().notify(stranger)).hasOutcome(404, "user_not_found");
        stranger.joins(play.scene().guild());
        play.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        String expired = expect(play.backend().notify(user), 202, "pending");
        play.time().advance(Duration.ofMinutes(59));
        play.until(expired, "expired", Duration.ofSeconds(10));
        play.on(SEND).heal();
        refused(play.someone());
        play.time().advance(Duration.ofMillis(1));

        SandboxReply question = ask("2h");
        assertThat(StaffAtWork.lines(question))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("3 notifications have failed since <t:"),
                        line -> assertThat(line).isEqualTo("1 ❌ user not found, 1 ❌ refused, 1 ⌛ expired"),
                        line -> assertThat(line).startsWith("Send all of them again?"));
        assertThat(user.directMessages()).isEmpty();
        assertThat(question.press("Send them again").await().content())
                .startsWith("3 notifications are pending again, and will be sent");
        play.backend().awaitOutcome(expired, "delivered");
        assertThat(stranger.awaitDirectMessage()).isNotNull();
        assertThat(play.backend().outcome(tooOld)).isEqualTo("refused");
        staff.awaitAudited("retried 3 failed notifications");
        assertThat(ask("2h").content()).startsWith("Nothing has failed since ");
    }

    @Test
    void whatFailsOnceMoreIsNotSentInCircles() {
        refused(user);
        play.time().advance(Duration.ofMillis(1));
        play.on(SEND).failAlways(SandboxFault.error(400, 50035, "Invalid Form Body"));
        int sent = play.discord().calls(SEND).size();
        ask("1h").press("Send them again").await();
        String id = play.kept().value("SELECT id FROM notification");
        play.backend().awaitOutcome(id, "refused");
        assertThat(play.discord().calls(SEND)).hasSize(sent + 1);
    }

    @Test
    void whatFailsAfterTheQuestionIsNotWhatWasAskedAbout() {
        refused(user);
        play.time().advance(Duration.ofMillis(1));
        SandboxReply question = ask("1h");
        play.time().advance(Duration.ofSeconds(1));
        String later = refused(play.someone());
        play.time().advance(Duration.ofSeconds(1));
        assertThat(question.press("Send them again").await().content()).startsWith("1 notification is pending again");
        assertThat(play.backend().outcome(later)).isEqualTo("refused");
    }

    @Test
    void testsAndWhatIsUncertainOrWaitsInTheInboxAreLeftAlone() {
        user.closesDms();
        assertThat(play.backend().notify(user)).hasOutcome(200, "dm_closed");
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        staff.run("notify-test", Map.of("action", "plan_upgraded"));
        play.time().advance(Duration.ofMillis(1));
        assertThat(ask("1d").content()).startsWith("Nothing has failed since ");
    }

    @Test
    void saysHowManyCanNotBeSentSinceTheirContentIsGone() throws Exception {
        refused(user);
        refused(play.someone());
        play.stop();
        play.kept().update("UPDATE notification SET metadata = NULL WHERE user_id = " + user.id());
        play.time().advance(Duration.ofMinutes(1));
        play.start(bot -> bot);
        assertThat(ask("1h").content())
                .startsWith("1 notification has failed since ")
                .contains("1 more can not be sent again: what they say is no longer kept.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "0h", "-2h", "91d", "2", "h", "1.5h", "99999999999999d"})
    void saysWhatATimeLooksLike(String since) {
        assertThat(ask(since).content())
                .isEqualTo("Write a whole number with m, h or d, at most 90d. Such as 30m, 2h or 3d.");
    }

    @Test
    void offersTimes() {
        play.scene().guild().awaitCommand("notify-retry-failed");
        assertThat(staff.place().types("/notify-retry-failed", Map.of(), "since", ""))
                .extracting(SandboxChoice::value)
                .startsWith("1h", "2h");
        assertThat(staff.place().types("/notify-retry-failed", Map.of(), "since", "45m"))
                .extracting(SandboxChoice::value)
                .containsExactly("45m");
    }
}
