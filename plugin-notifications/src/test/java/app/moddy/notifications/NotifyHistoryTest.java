package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff see of a user's notifications, and of one. */
@Tag("store")
class NotifyHistoryTest {
    private static final SandboxFault LATER = SandboxFault.error(403, 20016, "slow mode");

    private final Play play = new Play(MovableTime.standing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private final SandboxUser user = play.someone();

    @BeforeEach
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private List<String> history() {
        return StaffAtWork.lines(staff.run("notify-history", Map.of("user", user)));
    }

    private List<String> show(String ref) {
        return StaffAtWork.lines(staff.run("notify-show", Map.of("ref", ref)));
    }

    private String now() {
        return "<t:" + play.time().now().getEpochSecond() + ":";
    }

    @Test
    void aHistoryHasTheNewestFirst() {
        String first = expect(play.backend().notify(user), 200, "delivered");
        play.on(SEND).failNext(LATER);
        String second = expect(play.backend().notify(user), 202, "pending");
        assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
        assertThat(history())
                .containsExactly(
                        "Notifications for <@" + user.id() + ">: 2, of which 1 pending. The newest first.",
                        "⏳ pending · **subscription\\_updated** · " + now() + "R> · 1 attempt",
                        "> `" + second + "`",
                        "✅ delivered · **subscription\\_updated** · " + now() + "R> · 1 attempt",
                        "> `" + first + "`");
    }

    @Test
    void aLongOneHasPages() {
        user.closesDms();
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(i -> expect(play.backend().notify(user), 200, "dm_closed"))
                .toList();
        SandboxReply reply = staff.run("notify-history", Map.of("user", user));
        String first = reply.embeds().get(0).description();
        assertThat(first).contains(ids.get(11), ids.get(2)).doesNotContain(ids.get(1));
        reply.press("▶");
        Eventually.isTrue(
                "the next page", () -> reply.embeds().get(0).description().contains(ids.get(0)));
        assertThat(reply.embeds().get(0).description()).contains(ids.get(1)).doesNotContain(ids.get(2));
        reply.press("◀");
        Eventually.isTrue(
                "the first page", () -> reply.embeds().get(0).description().equals(first));
    }

    @Test
    void theMenuOfAUserHasItToo() {
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        staff.run("notify-history", Map.of("user", user));
        play.scene().guild().awaitCommand("Notification history");
        SandboxReply reply = staff.place().opens("Notification history", user).await();
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(StaffAtWork.lines(reply)).isEqualTo(history());
    }

    @Test
    void ofAUserWithoutAny() {
        assertThat(history()).containsExactly("There are no notifications for <@" + user.id() + ">.");
    }

    @Test
    void oneIsShownWithEachAttemptAndWhy() {
        play.on(SEND).failNext(LATER);
        String id = expect(play.backend().notify(body(user), "order-42"), 202, "pending");
        assertThat(show(id))
                .containsSubsequence(
                        "**subscription\\_updated** · for <@" + user.id() + ">",
                        "⏳ pending: slow mode \\(20016\\)",
                        "Ref `" + id + "`",
                        "Received " + now() + "D>, " + now() + "T>",
                        "Idempotency-Key of the caller: order-42",
                        "1 attempt, the latest first:",
                        "**1.** " + now() + "D>, " + now()
                                + "T>: not sent, to be tried again; slow mode \\(20016\\) (0 ms)")
                .anySatisfy(line -> assertThat(line).startsWith("Next attempt <t:"));
        play.until(id, "delivered", Duration.ofSeconds(1));
        assertThat(show(id))
                .contains("✅ delivered", "2 attempts, the latest first:")
                .anySatisfy(line -> assertThat(line).startsWith("**2.** ").contains("T>: it arrived ("))
                .noneSatisfy(line -> assertThat(line).contains("no longer kept"));
    }

    @Test
    void oneThatWaitsInTheInboxAndOneThatWasErased() {
        user.closesDms();
        String id = expect(play.backend().notify(user), 200, "dm_closed");
        assertThat(show(id))
                .contains(
                        "📪 DMs closed: the user takes no messages from the bot \\(50007\\)",
                        "It waits in their `/inbox`.");
        staff.run("notify-forget", Map.of("user", user)).press("Erase").await();
        assertThat(show(id))
                .contains("**subscription\\_updated**", "What it says is no longer kept.", "None is recorded.");
        staff.awaitAudited("erased a user");
    }

    @Test
    void whoLooksSomebodyUpIsRecordedUntilTheyAreErased() {
        String id = expect(play.backend().notify(user), 200, "delivered");
        history();
        play.scene().guild().awaitCommand("Notification history");
        staff.place().opens("Notification history", user).await();
        show(id);
        show("no ref");
        staff.run("notify-why", Map.of("user", user));
        SandboxUser other = play.someone();
        staff.run("notify-history", Map.of("user", other));
        staff.awaitLooks(
                "looked at the notifications, user " + user.id(),
                "looked at the notifications, user " + user.id(),
                "looked at ref " + id,
                "looked at what would reach them, user " + user.id(),
                "looked at the notifications, user " + other.id());
        staff.run("notify-forget", Map.of("user", user)).press("Erase").await();
        staff.awaitAudited("erased a user");
        staff.awaitLooks(
                "looked at the notifications, an erased user",
                "looked at the notifications, an erased user",
                "looked at ref " + id,
                "looked at what would reach them, an erased user",
                "looked at the notifications, user " + other.id());
    }

    @Test
    void attemptsHavePages() {
        play.on(SEND).fail(13, LATER);
        String id = expect(play.backend().notify(user), 202, "pending");
        play.until(id, "delivered", Duration.ofMinutes(11));
        int attempts = play.backend().standing(id).path("attempts").asInt(); // more when time passes during one
        assertThat(attempts).isGreaterThanOrEqualTo(14);
        SandboxReply reply = staff.run("notify-show", Map.of("ref", id));
        assertThat(reply.embeds().get(0).description())
                .contains("**" + attempts + ".** ", "**" + (attempts - 9) + ".** ")
                .doesNotContain("**" + (attempts - 10) + ".** ");
        reply.press("▶");
        Eventually.isTrue(
                "the next page", () -> reply.embeds().get(0).description().contains("**1.** "));
    }

    @Test
    void inFrench() {
        play.scene().ada().locale("fr");
        assertThat(history()).containsExactly("Il n’y a pas de notification pour <@" + user.id() + ">.");
        String id = expect(play.backend().notify(user), 200, "delivered");
        assertThat(show(id))
                .contains("**subscription\\_updated** · pour <@" + user.id() + ">", "✅ remise", "1 tentative\u00A0:");
    }

    @Test
    void ofNone() {
        assertThat(show("17"))
                .containsExactly("There is no notification with this Ref. They are kept for a while only.");
        assertThat(show("x")).singleElement().asString().startsWith("A Ref is a number");
    }
}
