package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
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

/** Staff have a notification sent again: the same one, and only if it has not arrived. */
@Tag("store")
class NotifyRetryTest {
    private static final SandboxFault LATER = SandboxFault.error(403, 20016, "slow mode");
    private static final SandboxFault REFUSED = SandboxFault.error(400, 50035, "Invalid Form Body");

    private final Play play = new Play(MovableTime.standing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot.section("notifications", "{give_up_after: 2h}"));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private String retry(String ref) {
        return staff.says("notify-retry", Map.of("ref", ref));
    }

    private String refused() {
        play.on(SEND).failNext(REFUSED);
        return expect(play.backend().notify(body(user), "key"), 500, "refused");
    }

    private String expired() {
        play.on(SEND).failAlways(LATER);
        String id = expect(play.backend().notify(user), 202, "pending");
        play.time().advance(Duration.ofMinutes(119));
        play.until(id, "expired", Duration.ofSeconds(10));
        play.on(SEND).heal();
        return id;
    }

    private String uncertain(SandboxFault fault) {
        play.on(LOOK).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        play.on(SEND).failAlways(fault);
        var unused = play.backend().notifyBeside(user);
        String id = play.awaitWaiting(user, 1);
        play.on(SEND).heal();
        play.time().advance(Duration.ofMinutes(6));
        play.discord().advance(Duration.ofMinutes(6));
        play.until(id, "uncertain");
        play.on(LOOK).heal();
        return id;
    }

    @Test
    void whatWasRefusedIsTheSameNotificationAgain() {
        String id = refused();
        assertThat(retry(id)).isEqualTo("✅ It arrived.\nMore with /notify-show, Ref `" + id + "`");
        assertThat(user.directMessages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.embeds().get(0).footer()).isEqualTo("Ref " + id));
        assertThat(play.discord().calls(SEND))
                .allSatisfy(
                        call -> assertThat(call.json().path("nonce").asText()).isEqualTo(id));
        staff.awaitAudited("retried subscription_updated, ref " + id);
    }

    @Test
    void whoRepeatsTheRequestHearsOfIt() {
        String id = refused();
        retry(id);
        Answer again = play.backend().notify(body(user), "key");
        assertThat(expect(again, 200, "delivered")).isEqualTo(id);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void whatHasExpiredIsTriedForAsLongAgain() {
        String id = expired();
        play.on(SEND).failNext(LATER);
        assertThat(retry(id)).startsWith("⏳ It is recorded");
        assertThat(play.backend().standing(id).path("retryable").asBoolean(true))
                .isFalse();
        play.until(id, "delivered", Duration.ofSeconds(30));
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void whatExpiresOnceMoreCanBeRetriedOnceMore() {
        String id = expired();
        play.on(SEND).failAlways(LATER);
        assertThat(retry(id)).startsWith("⏳ It is recorded");
        play.time().advance(Duration.ofMinutes(119));
        play.until(id, "expired", Duration.ofSeconds(10));
        play.on(SEND).heal();
        assertThat(retry(id)).startsWith("✅ It arrived.");
    }

    @Test
    void whoWasNotFoundMayHaveJoinedSince() {
        SandboxUser stranger = play.discord().user("stranger");
        String id = expect(play.backend().notify(stranger), 404, "user_not_found");
        assertThat(retry(id)).startsWith("❌ There is no such user to write to.");
        stranger.joins(play.scene().guild());
        assertThat(retry(id)).startsWith("✅ It arrived.");
        assertThat(stranger.directMessages()).hasSize(1);
    }

    @Test
    void whatWaitsInTheInboxIsTakenBackAndDiscordIsAskedAtOnce() {
        user.closesDms();
        String id = expect(play.backend().notify(user), 200, "dm_closed");
        user.opensDms();
        assertThat(retry(id)).startsWith("✅ It arrived.");
        assertThat(user.directMessages()).hasSize(1);
        assertThat(play.kept().value("SELECT inbox FROM notification WHERE id = " + id))
                .isEqualTo("null");
    }

    @Test
    void itComesBackToTheInboxWhenTheirDmsAreStillClosed() {
        user.closesDms();
        String id = expect(play.backend().notify(user), 200, "dm_closed");
        int sent = play.discord().calls(SEND).size();
        assertThat(retry(id)).startsWith("⚠️ Their DMs are closed; it waits in their `/inbox`.");
        assertThat(play.discord().calls(SEND)).as("Discord was asked").hasSize(sent + 1);
        assertThat(play.kept().value("SELECT inbox FROM notification WHERE id = " + id))
                .isEqualTo("waiting");
    }

    @Test
    void itComesBackToTheInboxAlsoWhenItExpires() {
        user.closesDms();
        String id = expect(play.backend().notify(user), 200, "dm_closed");
        user.opensDms();
        play.on(SEND).failAlways(LATER);
        assertThat(retry(id)).startsWith("⏳ It is recorded");
        String inbox = "SELECT inbox FROM notification WHERE id = " + id;
        assertThat(play.kept().value(inbox)).isEqualTo("retried");
        play.time().advance(Duration.ofMinutes(119));
        play.until(id, "expired", Duration.ofSeconds(10));
        assertThat(play.kept().value(inbox)).isEqualTo("waiting");
        play.on(SEND).heal();
        assertThat(retry(id)).startsWith("✅ It arrived.");
        assertThat(play.kept().value(inbox)).isEqualTo("null");
    }

    @Test
    void whatNeverWasInTheInboxDoesNotComeThere() {
        String id = expired();
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        assertThat(retry(id)).startsWith("❌ It could not be sent.");
        assertThat(play.kept().value("SELECT inbox FROM notification WHERE id = " + id))
                .isEqualTo("null");
    }

    @Test
    void whatTheUserHasReadIsNotSent() {
        user.closesDms();
        String id = expect(play.backend().notify(user), 200, "dm_closed");
        play.scene().awaitCommands("inbox");
        user.inDm().runs("/inbox").await();
        Eventually.isTrue(
                "read",
                () -> play.kept()
                        .value("SELECT inbox FROM notification WHERE id = " + id)
                        .equals("read"));
        user.opensDms();
        int sent = play.discord().calls(SEND).size();
        assertThat(retry(id)).isEqualTo("The user has read it in their inbox. Nothing was done.");
        assertThat(play.discord().calls(SEND)).hasSize(sent);
    }

    @Test
    void whatMayHaveArrivedIsLookedForFirstAndNotSentWhenItIsThere() {
        String id = uncertain(SandboxFault.dropAfterProcessing());
        int sent = play.discord().calls(SEND).size();
        SandboxReply question = staff.run("notify-retry", Map.of("ref", id));
        assertThat(question.content())
                .startsWith("`" + id + "` may have arrived")
                .contains("A second message");
        assertThat(play.backend().outcome(id)).as("nothing was done yet").isEqualTo("uncertain");
        assertThat(question.press("Look for it, then send").await().content()).startsWith("✅ It arrived.");
        assertThat(play.discord().calls(SEND)).hasSize(sent);
        assertThat(user.directMessages()).hasSize(1);
        staff.awaitAudited("retried subscription_updated, ref " + id);
    }

    @Test
    void andIsSentWhenItIsNotThere() {
        String id = uncertain(SandboxFault.dropConnection());
        SandboxReply question = staff.run("notify-retry", Map.of("ref", id));
        assertThat(question.press("Look for it, then send").await().content()).startsWith("✅ It arrived.");
        assertThat(play.backend().outcome(id)).isEqualTo("delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void andStaysUncertainWhileDiscordDoesNotSay() {
        String id = uncertain(SandboxFault.dropConnection());
        play.on(LOOK).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        SandboxReply question = staff.run("notify-retry", Map.of("ref", id));
        assertThat(question.press("Look for it, then send").await().content())
                .startsWith("❓ It was sent, and Discord does not say whether it arrived.");
        assertThat(user.directMessages()).isEmpty();
    }

    @Test
    void whatIsPendingIsDueAtOnce() {
        play.on(SEND).failNext(SandboxFault.error(403, 40004, "for a minute"));
        String id = expect(play.backend().notify(user), 202, "pending");
        assertThat(retry(id)).startsWith("⏩ It was pending, and is due at once.");
        play.backend().awaitOutcome(id, "delivered");
    }

    @Test
    void whatHasArrivedIsNotSent() {
        String id = expect(play.backend().notify(user), 200, "delivered");
        assertThat(retry(id)).isEqualTo("It has arrived. Nothing was done.");
        assertThat(user.directMessages()).hasSize(1);
        staff.awaitAudited();
    }

    @Test
    void whatWasErasedOrIsNoLongerKeptCanNotBeSent() throws Exception {
        String gone = refused();
        play.stop();
        play.kept().update("UPDATE notification SET metadata = NULL");
        play.start(bot -> bot);
        assertThat(retry(gone)).isEqualTo("What it says is no longer kept. The backend must send it again.");
        staff.run("notify-forget", Map.of("user", user)).press("Erase").await();
        assertThat(retry(gone)).isEqualTo("Its user was erased, and it with them. Nothing can be sent.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "8999999999999999999"})
    void ofNone(String ref) {
        assertThat(retry(ref)).startsWith("There is no notification with this Ref.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "9223372036854775808", "1e9", "`", "Ref"})
    void ofWhatIsNoRef(String ref) {
        assertThat(retry(ref)).startsWith("A Ref is a number of up to 19 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ref %s", " `%s` ", "test · ref %s"})
    void aRefMayBeCopiedAsItStands(String form) {
        String id = refused();
        assertThat(retry(form.formatted(id))).startsWith("✅ It arrived.");
    }

    @Test
    void offersTheLatestThatCanBeRetriedTheNewestFirst() {
        String first = refused();
        assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
        play.time().advance(Duration.ofMinutes(90));
        play.on(SEND).failNext(REFUSED);
        String second = expect(play.backend().notify(user), 500, "refused");
        play.scene().guild().awaitCommand("notify-retry");
        assertThat(staff.place().types("/notify-retry", Map.of(), "ref", ""))
                .containsExactly(
                        new SandboxChoice(second + " · subscription_updated · ❌ refused · 0 ms ago", second),
                        new SandboxChoice(first + " · subscription_updated · ❌ refused · 1 h 30 min ago", first));
        assertThat(staff.place().types("/notify-retry", Map.of(), "ref", first.substring(0, 15)))
                .extracting(SandboxChoice::value)
                .containsExactly(first);
        assertThat(staff.place().types("/notify-retry", Map.of(), "ref", "no")).isEmpty();
    }
}
