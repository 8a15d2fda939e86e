package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Timings;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beyond the nonce's window a doubtful message is never sent blindly: the user's DMs say whether it arrived. */
class LookUpTest {
    private final Play play = new Play(MovableTime.standing());
    private final SandboxUser user = play.someone();
    private SandboxChannel staffChannel;

    @BeforeEach
    void start() throws Exception {
        staffChannel = play.scene().guild().channel("staff");
        startBot();
    }

    private void startBot() throws Exception {
        play.start(bot -> bot.environment("MODDY_STAFF_CHANNEL", staffChannel.id())
                .replacing(Timings.sendLimit(Duration.ofMillis(500))));
        play.time().advance(Duration.ofMillis(300)); // by then it has looked again whether Discord is there
    }

    @AfterEach
    void stop() {
        play.close();
    }

    /** One whose first attempt met this fault again and again. */
    private String doubtful(SandboxFault fault) {
        play.on(SEND).failAlways(fault);
        var unused = play.backend().notifyBeside(user);
        String id = play.awaitWaiting(user, 1);
        play.on(SEND).heal();
        return id;
    }

    /** The nonce's window has passed, also Discord's own. */
    private String longAgo(String id) {
        play.time().advance(Duration.ofMinutes(6));
        play.discord().advance(Duration.ofMinutes(6));
        return id;
    }

    private List<String> staffMessages() {
        return play.scene().guild().messages(staffChannel).stream()
                .map(SandboxMessage::content)
                .toList();
    }

    @Test
    void whatIsFoundIsDeliveredAndNotSentAgain() {
        expect(play.backend().notify(user), 200, "delivered"); // so that there is more than one message to look at
        String id = longAgo(doubtful(SandboxFault.dropAfterProcessing()));
        int sent = play.discord().calls(SEND).size();
        play.until(id, "delivered");
        assertThat(play.discord().calls(LOOK)).hasSize(1);
        assertThat(play.discord().calls(SEND)).hasSize(sent);
        assertThat(user.directMessages()).hasSize(2);
    }

    @Test
    void whatIsNotFoundIsSent() {
        expect(play.backend().notify(user), 200, "delivered");
        String id = longAgo(doubtful(SandboxFault.dropConnection()));
        play.until(id, "delivered");
        assertThat(play.discord().calls(LOOK)).hasSize(1);
        assertThat(user.directMessages()).hasSize(2);
    }

    @Test
    void aLookUpThatIsRefusedForGoodLeavesItUncertainAndAsksStaff() {
        play.on(LOOK).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        String id = longAgo(doubtful(SandboxFault.dropConnection()));
        play.until(id, "uncertain");
        assertThat(play.backend().standing(id).path("retryable").asBoolean(true))
                .isFalse();
        Eventually.isTrue("staff are asked", () -> !staffMessages().isEmpty());
        assertThat(staffMessages()).singleElement().asString().contains("`" + id + "` (`subscription_updated`)");
        assertThat(user.directMessages()).isEmpty();
    }

    @Test
    void aLookUpThatFailsIsTriedAgain() {
        play.on(LOOK).failNext(SandboxFault.status(500));
        String id = longAgo(doubtful(SandboxFault.dropAfterProcessing()));
        play.until(id, "delivered");
        assertThat(play.discord().calls(LOOK)).hasSize(2);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void aRefusalSaysNothingOfWhatWasSentBefore() {
        String id = doubtful(SandboxFault.dropAfterProcessing());
        play.on(SEND).failNext(SandboxFault.error(403, 50007, "Cannot send messages to this user"));
        play.until(id, "delivered");
        assertThat(play.discord().calls(LOOK)).hasSize(1);
        assertThat(play.backend().standing(id).path("attempts").asInt()).isEqualTo(3);
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void aRefusalIsFinalOnceNothingWasFound() {
        String id = doubtful(SandboxFault.dropConnection());
        user.closesDms();
        play.until(id, "dm_closed");
        assertThat(play.discord().calls(LOOK)).hasSize(1);
        assertThat(user.directMessages()).isEmpty();
    }

    /** The clock of another run says nothing of how long ago it was. */
    @Test
    void whatAnotherRunOfTheBotLeftInDoubtIsLookedUpFirst() throws Exception {
        String id = doubtful(SandboxFault.dropAfterProcessing());
        int sent = play.discord().calls(SEND).size();
        play.stop();
        startBot();
        play.until(id, "delivered");
        assertThat(play.discord().calls(LOOK)).hasSize(1);
        assertThat(play.discord().calls(SEND)).hasSize(sent);
        assertThat(user.directMessages()).hasSize(1);
    }

    /** A hanging call holds up whatever else goes to that user, until it is cut: by the end of the bot, at the latest. */
    @Test
    void anAnswerThatNeverComesIsPendingAndLookedUpInTheNextRun() throws Exception {
        play.on(SEND).failNext(SandboxFault.hangAfterProcessing());
        CompletableFuture<Answer> answer = play.backend().notifyBeside(user);
        String id = play.awaitWaiting(user, 1);
        play.time().advance(Duration.ofSeconds(8));
        expect(answer.get(10, TimeUnit.SECONDS), 202, "pending");
        play.stop();
        startBot();
        play.until(id, "delivered");
        assertThat(play.discord().calls(LOOK)).hasSize(1);
        assertThat(user.directMessages()).hasSize(1);
    }
}
