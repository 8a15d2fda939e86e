package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.LOOK;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.StoreGate;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the buttons of all confirmations have in common: who may press them, and what happens when something fails then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmButtonsTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final String EDIT = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    private static final String OVER = "This button no longer works";

    private final StoreGate store = new StoreGate();
    private final Play play = new Play(MovableTime.flowing());

    /** A confirmation: its button, what is said once it is done, and how the notification stands before and after. */
    enum Confirmation {
        TEST("Send the test", "It arrived.", "", "delivered"),
        RETRY("Look for it, then send", "It arrived.", "uncertain", "delivered"),
        RETRY_FAILED("Send them again", "pending again", "refused", "delivered"),
        FORGET("Erase", "Erased.", "delivered", "");

        private final String button;
        private final String done;
        private final String before;
        private final String after;

        Confirmation(String button, String done, String before, String after) {
            this.button = button;
            this.done = done;
            this.before = before;
            this.after = after;
        }
    }

    /** A question that somebody of staff was asked, about one user. */
    private record Asked(Confirmation what, SandboxUser user, SandboxReply question) {
        SandboxReply press() {
            return question.press(what.button);
        }

        /** What stands where the question was: the button edits it. */
        String content() {
            return question.content();
        }
    }

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot.replacing(store));
        play.scene().awaitCommands("notify-test", "notify-retry", "notify-retry-failed", "notify-forget");
    }

    @AfterEach
    void heal() {
        play.on(CALLBACK).heal();
        play.on(EDIT).heal();
        store.release();
        Eventually.isTrue("nothing is pending", () -> {
            play.time().advance(Duration.ofSeconds(1));
            return play.kept()
                    .rows("SELECT id FROM notification WHERE outcome = 'pending'")
                    .isEmpty();
        });
    }

    @AfterAll
    void stop() {
        play.close();
    }

    private Asked ask(Confirmation what) {
        return ask(what, play.scene().ada());
    }

    private Asked ask(Confirmation what, SandboxUser staff) {
        SandboxUser user = play.someone();
        SandboxReply question = switch (what) {
            case TEST -> run(staff, "notify-test", Map.of("action", "plan_upgraded", "user", user));
            case RETRY -> run(staff, "notify-retry", Map.of("ref", uncertain(user)));
            case RETRY_FAILED -> {
                refused(user);
                yield run(staff, "notify-retry-failed", Map.of("since", "90d"));
            }
            case FORGET -> {
                expect(play.backend().notify(user), 200, "delivered");
                yield run(staff, "notify-forget", Map.of("user", user));
            }
        };
        return new Asked(what, user, question);
    }

    private SandboxReply run(SandboxUser staff, String command, Map<String, ?> options) {
        return staff.in(play.scene().guild()).runs("/" + command, options).await();
    }

    private void refused(SandboxUser user) {
        play.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        expect(play.backend().notify(user), 500, "refused");
    }

    private String uncertain(SandboxUser user) {
        play.on(LOOK).failAlways(SandboxFault.error(403, 50001, "Missing Access"));
        play.on(SEND).failAlways(SandboxFault.dropConnection());
        var unused = play.backend().notifyBeside(user);
        String id = play.awaitWaiting(user, 1);
        play.on(SEND).heal();
        play.time().advance(Duration.ofMinutes(6));
        play.discord().advance(Duration.ofMinutes(6));
        play.until(id, "uncertain");
        play.on(LOOK).heal();
        return id;
    }

    /** How it stands with the user's notification; empty when there is none. */
    private String outcome(Asked asked) {
        return String.join(
                "",
                play.kept()
                        .rows("SELECT outcome FROM notification WHERE user_id = "
                                + asked.user().id()));
    }

    private void expectDone(Asked asked) {
        Eventually.isTrue("said", () -> asked.content().contains(asked.what().done));
        assertThat(asked.question().buttons()).isEmpty();
        assertThat(asked.question().isEphemeral()).isTrue();
        expectHappened(asked);
    }

    private void expectHappened(Asked asked) {
        Eventually.isTrue("it happened", () -> outcome(asked).equals(asked.what().after));
    }

    private void expectUntouched(Asked asked) {
        assertThat(outcome(asked)).isEqualTo(asked.what().before);
    }

    /** It has happened once, whatever its caller was told: that is not said any more, and the next one is served. */
    private void expectHappenedUnsaid(Asked asked, String question) {
        expectHappened(asked);
        assertThat(asked.content()).isEqualTo(question);
        assertThat(asked.press().await().content()).startsWith(OVER);
        expectNextServed(asked.what());
    }

    private void expectNextServed(Confirmation what) {
        Asked next = ask(what);
        next.press();
        expectDone(next);
    }

    @ParameterizedTest
    @EnumSource
    void aPressDoesItAndTakesThePlaceOfTheQuestion(Confirmation what) {
        Asked asked = ask(what);
        expectUntouched(asked);
        asked.press();
        expectDone(asked);
    }

    @ParameterizedTest
    @EnumSource
    void aSlowOneIsAcknowledgedInTimeAndTheQuestionStandsUntilItIsDone(Confirmation what) {
        Asked asked = ask(what);
        String question = asked.content();
        store.hold();
        SandboxReply press = asked.press().awaitAcknowledged();
        assertThat(press.wasDeferred()).isTrue();
        play.discord().advance(Duration.ofSeconds(4));
        assertThat(asked.content()).isEqualTo(question);
        store.release();
        expectDone(asked);
    }

    @ParameterizedTest
    @EnumSource
    void aBugGivesAReferenceAndNoDetailAndNothingHasHappened(Confirmation what) {
        expectFailure(what, new IllegalStateException("a secret detail"), "Something went wrong on our side.");
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatIsNotThereIsSaidPlainlyAndNothingHasHappened(Confirmation what) {
        expectFailure(
                what,
                new StoreUnavailableException("a secret disk", null),
                "What the bot keeps cannot be read or recorded");
    }

    private void expectFailure(Confirmation what, RuntimeException failure, String notice) {
        Asked asked = ask(what);
        store.failWith(failure);
        asked.press();
        Eventually.isTrue("said", () -> asked.content().startsWith(notice));
        store.release();
        assertThat(asked.content()).doesNotContain("secret");
        assertThat(asked.question().buttons()).isEmpty();
        expectUntouched(asked);
        expectNextServed(what);
    }

    @ParameterizedTest
    @EnumSource
    void whatDiscordHasNotLetUsAcknowledgeHappensOnce(Confirmation what) {
        Asked asked = ask(what);
        String question = asked.content();
        int calls = play.discord().calls(CALLBACK).size();
        play.on(CALLBACK).failAlways(SandboxFault.status(500));
        asked.press();
        Eventually.isTrue("failed", () -> play.discord().calls(CALLBACK).size() > calls);
        expectHappened(asked);
        play.on(CALLBACK).heal();
        expectHappenedUnsaid(asked, question);
    }

    @ParameterizedTest
    @EnumSource
    void whatDiscordHasNotLetUsSayHappensOnce(Confirmation what) {
        Asked asked = ask(what);
        String question = asked.content();
        play.on(EDIT).failAlways(SandboxFault.status(500));
        int edits = play.discord().calls(EDIT).size();
        asked.press();
        Eventually.isTrue("tried", () -> play.discord().calls(EDIT).size() > edits);
        play.on(EDIT).heal();
        expectHappenedUnsaid(asked, question);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneWhenTheTokenHadExpiredHappensOnce(Confirmation what) {
        Asked asked = ask(what);
        String question = asked.content();
        store.hold();
        int edits = play.discord().calls(EDIT).size();
        asked.press().awaitAcknowledged();
        play.discord().advance(Duration.ofMinutes(16));
        store.release();
        Eventually.isTrue("tried", () -> play.discord().calls(EDIT).size() > edits);
        expectHappenedUnsaid(asked, question);
    }

    @ParameterizedTest
    @EnumSource
    void aButtonOfLongAgoDoesNothing(Confirmation what) {
        Asked asked = ask(what);
        play.discord().advance(Duration.ofMinutes(15));
        play.time().advance(Duration.ofMinutes(15));
        assertThat(asked.press().await().content()).startsWith(OVER);
        expectUntouched(asked);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoLongerStaffCanNoLongerPress(Confirmation what) {
        SandboxUser eve = play.discord()
                .user("eve")
                .joins(play.scene().guild(), play.scene().staff());
        Asked asked = ask(what, eve);
        eve.leaves(play.scene().guild()).joins(play.scene().guild());
        assertThat(asked.press().await().content()).startsWith(OVER);
        expectUntouched(asked);
    }
}
