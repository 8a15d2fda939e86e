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
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of a notification, and for how long. */
@Tag("store")
class RetentionTest {
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

    private String metadata(String id) {
        return play.kept().value("SELECT metadata FROM notification WHERE id = " + id);
    }

    private boolean isThere(String id) {
        return !play.kept().rows("SELECT id FROM notification WHERE id = " + id).isEmpty();
    }

    private String refused(SandboxUser recipient) {
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        return expect(play.backend().notify(body(recipient, "planted")), 500, "refused");
    }

    @Test
    void onlyWhatTheActionDeclaresIsKeptAtAll() {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        String body = "{\"discord_id\":\"" + user.id() + "\",\"action\":\"subscription_updated\","
                + "\"metadata\":{\"message\":\"kept\",\"email\":\"planted@example.com\"},\"extra\":\"planted too\"}";
        String id = expect(play.backend().notify(body, "key"), 202, "pending");
        assertThat(metadata(id)).isEqualTo("{\"message\":\"kept\"}");
        play.until(id, "delivered");
        play.stop();
        assertThat(play.kept().contains("planted")).isFalse();
    }

    @Test
    void whatIsDeliveredKeepsNoMetadata() {
        String id = expect(play.backend().notify(body(user, "planted")), 200, "delivered");
        assertThat(metadata(id)).isEqualTo("null");
        play.stop();
        assertThat(play.kept().contains("planted")).isFalse();
    }

    @Test
    void whatStaffMaySendAgainKeepsItsMetadataForThirtyDays() throws InterruptedException {
        String id = refused(user);
        play.time().advance(Duration.ofDays(30).minusHours(3));
        passTwoHours();
        assertThat(metadata(id)).contains("planted");
        passTimeUntil("erased", () -> metadata(id).equals("null"));
        assertThat(isThere(id)).isTrue();
    }

    /** Housekeeping comes once an hour: what it leaves for longer than that is kept. */
    private void passTwoHours() throws InterruptedException {
        for (int i = 0; i < 24; i++) {
            play.time().advance(Duration.ofMinutes(5));
            play.time().settle();
        }
    }

    private void passTimeUntil(String what, BooleanSupplier condition) {
        Eventually.isTrue(what, () -> {
            play.time().advance(Duration.ofMinutes(5));
            return condition.getAsBoolean();
        });
    }

    @Test
    void aRowIsGoneAfterNinetyDaysAndItsKeyIsFree() throws InterruptedException {
        Answer first = play.backend().notify(body(user), "key");
        String id = expect(first, 200, "delivered");
        String unfinished = pendingFor(play.someone());
        play.time().advance(Duration.ofDays(90).minusHours(3));
        passTwoHours();
        assertThat(isThere(id)).isTrue();
        passTimeUntil("gone", () -> !isThere(id));
        assertThat(play.kept().rows("SELECT * FROM notification_attempt WHERE notification_id = " + id))
                .isEmpty();
        assertThat(play.backend().http().get("/internal/notifications/" + id)).hasStatus(404);
        assertThat(isThere(unfinished)).as("it ended later").isTrue();
        Answer again = play.backend().notify(body(user, "another body"), "key");
        assertThat(expect(again, 200, "delivered")).isNotEqualTo(id);
    }

    private String pendingFor(SandboxUser other) {
        play.on(SEND).failNext(SandboxFault.error(403, 20016, "slow mode"));
        return expect(play.backend().notify(other), 202, "pending");
    }

    @Test
    void anUnreadInboxKeepsItsMetadataForAsLongAsItsRow() {
        user.closesDms();
        String id = expect(play.backend().notify(body(user, "planted")), 200, "dm_closed");
        String refused = refused(play.someone());
        play.time().advance(Duration.ofDays(31));
        passTimeUntil("erased", () -> metadata(refused).equals("null"));
        assertThat(metadata(id)).contains("planted");
    }

    @Test
    void theTimesAreConfigurable() throws Exception {
        play.stop();
        play.start(bot -> bot.section("notifications", "{keep_metadata: 2h, keep: 4h}"));
        String id = refused(user);
        play.time().advance(Duration.ofHours(3));
        passTimeUntil("erased", () -> metadata(id).equals("null"));
        play.time().advance(Duration.ofHours(2));
        passTimeUntil("gone", () -> !isThere(id));
    }
}
