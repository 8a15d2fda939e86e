package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.store.StoreGate;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all of staff's commands have in common: who may use them, and what happens when something fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffCommandsTest {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";

    private final StoreGate gate = new StoreGate();
    private final Play play = new Play(MovableTime.flowing());
    private final StaffAtWork staff = new StaffAtWork(play);
    private SandboxGuild elsewhere;
    private String ref = "";

    /**
     * One of the commands.
     *
     * @param reads whether it needs the store for its first answer
     */
    record Used(String name, Map<String, Object> options, boolean reads) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void start() throws Exception {
        elsewhere = play.discord().guild("Elsewhere");
        play.start(bot -> bot.replacing(gate));
        ref = expect(play.backend().notify(play.scene().bob()), 200, "delivered");
        commands().forEach(command -> play.scene().guild().awaitCommand(command.name()));
    }

    @AfterEach
    void heal() {
        play.on(CALLBACK).heal();
        gate.release();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    List<Used> commands() {
        SandboxUser bob = play.scene().bob();
        return List.of(
                new Used("notify-test", Map.of("action", "plan_upgraded"), true),
                new Used("notify-preview", Map.of("action", "plan_upgraded"), false),
                new Used("notify-history", Map.of("user", bob), true),
                new Used("notify-show", Map.of("ref", ref), true),
                new Used("notify-retry", Map.of("ref", ref), true),
                new Used("notify-retry-failed", Map.of("since", "1d"), true),
                new Used("notify-why", Map.of("user", bob), true),
                new Used("notify-stats", Map.of(), true),
                new Used("notify-forget", Map.of("user", bob), false));
    }

    List<Used> readingCommands() {
        return commands().stream().filter(Used::reads).toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoIsNotStaffLearnsNothing(Used command) {
        for (SandboxUser stranger : List.of(
                play.scene().bob(),
                play.someone(),
                play.discord()
                        .user("other")
                        .joins(play.scene().guild(), play.scene().guild().role("Other")))) {
            assertThat(stranger.in(play.scene().guild())
                            .runs("/" + command.name(), command.options())
                            .await()
                            .content())
                    .isEqualTo("This command is not for you here.");
        }
    }

    @Test
    void norFromTheMenuOfAUser() {
        assertThat(play.scene()
                        .bob()
                        .in(play.scene().guild())
                        .opens("Notification history", play.scene().bob())
                        .await()
                        .content())
                .isEqualTo("This command is not for you here.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void norAreTheyOfferedAnything(Used command) {
        for (String option : command.options().keySet()) {
            if (!option.equals("user")) {
                assertThat(play.scene()
                                .bob()
                                .in(play.scene().guild())
                                .types("/" + command.name(), Map.of(), option, ""))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void inOtherGuildsAndInDirectMessagesItIsNotThere(Used command) {
        SandboxUser ada = play.scene().ada().joins(elsewhere);
        assertThatThrownBy(() -> ada.in(elsewhere).runs("/" + command.name(), command.options()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ada.inDm().runs("/" + command.name(), command.options()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyTheCallerSeesTheReply(Used command) {
        assertThat(staff.run(command.name(), command.options()).isEphemeral()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void aSlowOneIsAcknowledgedAndAnsweredLater(Used command) {
        gate.hold();
        SandboxReply reply =
                staff.place().runs("/" + command.name(), command.options()).awaitAcknowledged();
        assertThat(reply.wasDeferred()).isTrue();
        gate.release();
        assertThat(reply.await().isEphemeral()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void aBugGivesAReference(Used command) {
        gate.failWith(new IllegalStateException("a secret detail"));
        assertThat(staff.run(command.name(), command.options()).content())
                .startsWith("Something went wrong on our side.")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void aStoreThatIsNotThereIsSaidPlainly(Used command) {
        gate.failWith(new StoreUnavailableException("the disk is full", null));
        assertThat(staff.run(command.name(), command.options()).content())
                .doesNotContain("Something went wrong", "disk")
                .contains("try again");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenDiscordDoesNotTakeTheReplyTheNextOneIsAnswered(Used command) {
        int calls = play.discord().calls(CALLBACK).size();
        play.on(CALLBACK).failAlways(SandboxFault.status(500));
        staff.place().runs("/" + command.name(), command.options());
        Eventually.isTrue("failed", () -> play.discord().calls(CALLBACK).size() > calls);
        play.on(CALLBACK).heal();
        assertThat(staff.run(command.name(), command.options()).isEphemeral()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void whenTheInteractionHasExpiredTheNextOneIsAnswered(Used command) {
        gate.hold();
        SandboxReply late =
                staff.place().runs("/" + command.name(), command.options()).awaitAcknowledged();
        play.discord().advance(Duration.ofMinutes(16));
        gate.release();
        assertThat(staff.run(command.name(), command.options()).isEphemeral()).isTrue();
        assertThat(late.content()).isEmpty();
    }
}
