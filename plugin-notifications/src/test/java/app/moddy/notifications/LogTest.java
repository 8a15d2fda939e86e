package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.MovableTime;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** The lines that operators search for: each once per notification, with its id, and without any metadata. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogTest {
    private final Play play = new Play(MovableTime.standing());
    private final LogLines log = LogLines.of("app.moddy"); // whoever of the bot writes them

    @BeforeAll
    void start() throws Exception {
        ((Logger) LoggerFactory.getLogger(Notifier.class)).setLevel(Level.INFO);
        play.start(bot -> bot.section("notifications", "{give_up_after: 1h}"));
    }

    @AfterAll
    void stop() {
        log.close();
        assertThat(log.containing("planted")).isEmpty();
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(SEND).heal();
        play.on(LOOK).heal();
        play.time().advance(Duration.ofSeconds(1)); // new DMs: five at once
    }

    private String notify(SandboxUser user) {
        return play.backend()
                .notify(body(user, "planted-secret"), "key-of-" + user.name())
                .json()
                .path("notification_id")
                .asText();
    }

    private List<String> lines(String id) {
        return log.containing("").stream()
                .filter(line -> id.equals(line.getMDCPropertyMap().get("notification")))
                .map(line -> line.getLevel() + " " + line.getFormattedMessage())
                .toList();
    }

    /** Who names the user says which notification it is about. */
    private void expectAllToCarry(String id, SandboxUser user) {
        assertThat(log.containing(user.id()))
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("notification", id));
    }

    private void expectLines(String id, SandboxUser user, String... texts) {
        String received = "INFO 📩 Received notification: action=subscription_updated, discord_id=" + user.id();
        Eventually.isTrue("the last line", () -> lines(id).size() > texts.length);
        assertThat(lines(id).get(0)).isEqualTo(received);
        assertThat(lines(id).stream().skip(1))
                .containsExactlyElementsOf(Arrays.stream(texts)
                        .map(text -> text.replace("USER", user.id()))
                        .toList());
        expectAllToCarry(id, user);
    }

    @Test
    void delivered() {
        SandboxUser user = play.someone();
        String id = notify(user);
        assertThat(notify(user)).as("its repetition says nothing").isEqualTo(id);
        expectLines(id, user, "INFO ✅ DM sent to user USER");
    }

    @Test
    void deliveredLater() {
        SandboxUser user = play.someone();
        play.on(SEND).fail(3, SandboxFault.error(403, 20016, "slow mode"));
        String id = notify(user);
        assertThat(notify(user)).isEqualTo(id);
        play.until(id, "delivered", Duration.ofSeconds(2));
        expectLines(id, user, "INFO ⏳ Delivery pending for user USER", "INFO ✅ DM sent to user USER");
    }

    @Test
    void deliveredAtTheSecondAttemptWithinACallersPatience() throws Exception {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.status(500));
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        play.awaitWaiting(user, 1);
        play.time().advance(Duration.ofSeconds(1));
        expectLines(expect(answer.get(10, TimeUnit.SECONDS), 200, "delivered"), user, "INFO ✅ DM sent to user USER");
    }

    @Test
    void dmClosed() {
        SandboxUser user = play.someone().closesDms();
        expectLines(notify(user), user, "WARN ⚠️ Cannot DM user USER: DMs disabled");
    }

    @Test
    void userNotFound() {
        SandboxUser stranger = play.discord().user("stranger");
        expectLines(notify(stranger), stranger, "ERROR ❌ User USER not found");
    }

    @Test
    void refused() {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        expectLines(notify(user), user, "ERROR ❌ Failed to send notification to user USER: 50035");
    }

    @Test
    void expired() {
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode"));
        String id = notify(user);
        play.until(id, "expired", Duration.ofMinutes(1));
        expectLines(
                id,
                user,
                "INFO ⏳ Delivery pending for user USER",
                "ERROR ❌ Failed to send notification to user USER: expired (20016)");
    }

    @Test
    void uncertain() {
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(SandboxFault.status(500));
        play.on(LOOK).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        var unused = play.backend().notifyBeside(user);
        String id = play.awaitWaiting(user, 1);
        play.time().advance(Duration.ofMinutes(3));
        play.until(id, "uncertain");
        expectLines(
                id,
                user,
                "INFO ⏳ Delivery pending for user USER",
                "ERROR ❌ Failed to send notification to user USER: uncertain, it may have arrived (50001)");
    }
}
