package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.coupon.CouponPlugin;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every row of the contract's table of outcomes: the answer, the same when it is repeated later, and the status. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
    private final Play play = new Play(MovableTime.standing());

    @BeforeAll
    void start() throws Exception {
        SandboxChannel fallback = play.scene().guild().channel("fallback");
        play.start(bot -> bot.plugins(new NotificationsPlugin(), new CouponPlugin())
                .section("notifications", "{give_up_after: 1h, fallback_channel_id: '" + fallback.id() + "'}"));
        play.scene().guild().awaitCommand("notify-forget");
    }

    @AfterAll
    void stop() {
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(OPEN).heal();
        play.on(SEND).heal();
        play.on(LOOK).heal();
        play.time().advance(Duration.ofSeconds(1)); // new DMs: five at once
    }

    /** What is asked for again under the key has this answer, beside its id; the status agrees with it. */
    private void expectReplay(String body, String key, int status, String answer) {
        Answer replay = play.backend().notify(body, key);
        assertThat(replay).hasStatus(status);
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        ObjectNode json = (ObjectNode) replay.json();
        String id = json.remove("notification_id").asText();
        assertThat(json.toString()).isEqualTo(answer.replace('\'', '"'));
        JsonNode standing = play.backend().standing(id);
        assertThat(standing.path("outcome")).isEqualTo(json.path("outcome"));
        assertThat(standing.path("retryable")).isEqualTo(json.path("retryable"));
    }

    private void expectTwice(SandboxUser user, int status, String answer) {
        Answer first = play.backend().notify(body(user), user.name());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(first).hasStatus(status);
        ObjectNode json = (ObjectNode) first.json();
        json.remove("notification_id");
        assertThat(json.toString()).isEqualTo(answer.replace('\'', '"'));
        expectReplay(body(user), user.name(), status, answer);
    }

    private static String answer(boolean success, String message, boolean sent, String outcome, boolean retryable) {
        return "{'success':" + success + ",'message':'" + message + "','notification_sent':" + sent + ",'outcome':'"
                + outcome + "','retryable':" + retryable + "}";
    }

    private static String failed(String outcome, boolean retryable) {
        return answer(false, "Failed to send Discord message", false, outcome, retryable);
    }

    @Test
    void delivered() {
        expectTwice(play.someone(), 200, answer(true, "User notified successfully", true, "delivered", false));
    }

    @Test
    void userNotFound() {
        SandboxUser stranger = play.discord().user("stranger");
        expectTwice(stranger, 404, answer(false, "User not found in Discord server", false, "user_not_found", false));
    }

    @Test
    void dmClosedAndNobodyToMention() {
        SandboxUser user = play.discord()
                .user("elsewhere")
                .joins(play.discord().guild("Other"))
                .closesDms();
        expectTwice(
                user,
                200,
                answer(false, "Cannot send DM to user (DMs disabled)", false, "dm_closed", false)
                        .replace("}", ",'inbox':true}"));
    }

    @Test
    void fallbackChannel() {
        expectTwice(
                play.someone().closesDms(),
                200,
                answer(true, "DMs disabled; user mentioned in fallback channel", true, "fallback_channel", false)
                        .replace("}", ",'inbox':true}"));
    }

    @Test
    void refusedByDiscord() {
        play.on(SEND).failAlways(SandboxFault.error(400, 50035, "Invalid Form Body"));
        expectTwice(play.someone(), 500, failed("refused", false));
    }

    @Test
    void pendingThenExpired() {
        play.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        SandboxUser user = play.someone();
        expectTwice(user, 202, answer(true, "Notification accepted, delivery pending", false, "pending", false));
        play.until(play.awaitRecorded(user), "expired", Duration.ofMinutes(1));
        expectReplay(body(user), user.name(), 500, failed("expired", true));
    }

    @Test
    void uncertain() {
        play.on(SEND).failAlways(SandboxFault.status(500));
        play.on(LOOK).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        SandboxUser user = play.someone();
        var unused = NotifyBackend.beside(() -> play.backend().notify(body(user), user.name()));
        String id = play.awaitWaiting(user, 1);
        play.until(id, "uncertain", Duration.ofMinutes(1));
        expectReplay(body(user), user.name(), 500, failed("uncertain", false));
    }

    @Test
    void erased() {
        play.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        SandboxUser user = play.someone();
        assertThat(play.backend().notify(body(user), user.name())).hasOutcome(202, "pending");
        play.scene()
                .ada()
                .in(play.scene().guild())
                .runs("/notify-forget", Map.of("user", user))
                .await()
                .press("Erase")
                .await();
        expectReplay(body(user), user.name(), 500, failed("erased", false));
    }

    @Test
    void refusedSinceTheBotItselfFailedBeforeItWasSent() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        SandboxUser user = play.someone();
        String body =
                "{\"discord_id\":\"" + user.id() + "\",\"action\":\"coupon_granted\",\"metadata\":{\"code\":\"TEN\"}}";
        String id = expect(play.backend().notify(body, "coupon"), 202, "pending");
        CouponPlugin.isBroken(true);
        try {
            play.until(id, "refused");
        } finally {
            CouponPlugin.isBroken(false);
        }
        expectReplay(body, "coupon", 500, failed("refused", true));
        assertThat(user.directMessages()).isEmpty();
    }

    /** There are ten for users whom nobody has written to. */
    @Test
    void whatTheActionsOwnCodeThrowsAtTheDoorKeepsNoPlaceInTheQueue() {
        String body = "{\"discord_id\":\"" + play.someone().id()
                + "\",\"action\":\"coupon_granted\",\"metadata\":{\"code\":\"TEN\"}}";
        CouponPlugin.isBroken(true);
        try {
            for (int i = 0; i < 12; i++) {
                Answer answer = play.backend().notify(body);
                assertThat(answer).hasStatus(500);
                assertThat(answer.json().has("reference")).isTrue();
                play.time().advance(Duration.ofSeconds(1)); // new DMs: five at once
            }
        } finally {
            CouponPlugin.isBroken(false);
        }
        assertThat(play.backend().notify(play.someone())).hasOutcome(200, "delivered");
    }

    @Test
    void warningsAreRepeatedToo() {
        SandboxUser user = play.someone();
        String body = body(user).replace("\"planted-metadata\"", "{}");
        assertThat(play.backend().notify(body, "unreadable")).hasOutcome(200, "delivered");
        expectReplay(
                body,
                "unreadable",
                200,
                answer(true, "User notified successfully", true, "delivered", false)
                        .replace("}", ",'warnings':[{'field':'metadata.message','message':'must be a string'}]}"));
    }
}
