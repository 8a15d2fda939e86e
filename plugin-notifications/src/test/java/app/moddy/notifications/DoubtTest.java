package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Timings;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can say whether a message arrived: within two minutes it is sent again, and Discord knows it by its nonce. */
@Tag("store")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtTest {
    private final Play play = new Play(MovableTime.standing());

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot.replacing(Timings.sendLimit(Duration.ofMillis(500))));
    }

    @AfterAll
    void stop() {
        assertThat(play.discord().calls(LOOK)).as("nothing had to be looked up").isEmpty();
        play.close();
    }

    @AfterEach
    void heal() {
        play.on(SEND).heal();
    }

    private List<SandboxCall> sent(String id) {
        return play.discord().calls(SEND).stream()
                .filter(call -> call.requestBody().contains(id))
                .toList();
    }

    /** By another attempt, which carries the first one's nonce. */
    private void expectDelivered(SandboxUser user, String id) {
        assertThat(play.backend().outcome(id)).isEqualTo("delivered");
        assertThat(play.backend().standing(id).path("attempts").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(user.directMessages()).hasSize(1);
        List<SandboxCall> sent = sent(id);
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        assertThat(sent).allSatisfy(call -> {
            assertThat(call.json().path("nonce").asText()).isEqualTo(id);
            assertThat(call.json().path("enforce_nonce").asBoolean()).isTrue();
        });
    }

    /**
     * How many attempts it takes is JDA's matter: it tries some failures again after a while, and until then the next one's call
     * waits behind it, perhaps for too long.
     */
    private void troubleThatOutlastsTheFirstAttempt(SandboxFault fault) throws Exception {
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(fault);
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        String id = awaitDoubt(user);
        play.on(SEND).heal();
        play.until(id, "delivered");
        expectDelivered(user, id);
        Answer told = answer.get(10, TimeUnit.SECONDS);
        assertThat(told.status()).as("delivered, or still pending").isIn(200, 202);
        assertThat(told.notificationId()).isEqualTo(id);
    }

    private String awaitDoubt(SandboxUser user) {
        String id = play.awaitWaiting(user, 1);
        assertThat(play.kept().value("SELECT result FROM notification_attempt WHERE notification_id = " + id))
                .isEqualTo("uncertain");
        return id;
    }

    /** Of an error that JDA does not try again. */
    @Test
    void aCallerThatStillWaitsIsToldOfTheNextAttempt() throws Exception {
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(SandboxFault.status(500));
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        String id = awaitDoubt(user);
        play.on(SEND).heal();
        for (int i = 0; i < 5 && !isAnswered(answer); i++) { // its turn may have been looked for a moment before
            play.time().advance(Duration.ofSeconds(1));
        }
        assertThat(expect(answer.get(5, TimeUnit.SECONDS), 200, "delivered")).isEqualTo(id);
        expectDelivered(user, id);
    }

    private static boolean isAnswered(CompletableFuture<Answer> answer) throws Exception {
        try {
            answer.get(500, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504, 520})
    void troubleOfDiscordsWhileItIsSent(int status) throws Exception {
        troubleThatOutlastsTheFirstAttempt(SandboxFault.status(status));
    }

    @Test
    void aConnectionThatBreaksAgainAndAgain() throws Exception {
        troubleThatOutlastsTheFirstAttempt(SandboxFault.dropConnection());
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainThoughTheMessageArrived() throws Exception {
        troubleThatOutlastsTheFirstAttempt(SandboxFault.dropAfterProcessing());
    }

    /** By JDA, or OkHttp below it, within one attempt. */
    @Test
    void anAnswerThatGotLostOnceIsFoundAgainByItsNonce() {
        SandboxUser user = play.someone();
        play.on(SEND).failNext(SandboxFault.dropAfterProcessing());
        assertThat(play.backend().notify(user)).hasOutcome(200, "delivered");
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void aMessageThatArrivedAndWasDeletedSinceIsNotSentAgain() {
        SandboxUser user = play.someone();
        play.on(SEND).failAlways(SandboxFault.dropAfterProcessing());
        var unused = play.backend().notifyBeside(user);
        String id = awaitDoubt(user);
        play.on(SEND).heal().failNext(SandboxFault.error(404, 10008, "Unknown Message"));
        play.until(id, "delivered");
        List<SandboxCall> sent = sent(id);
        assertThat(sent.get(sent.size() - 1).status()).as("of the last try").isEqualTo(404);
        assertThat(user.directMessages()).hasSize(1);
    }
}
