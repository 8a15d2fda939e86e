package app.moddy.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.message.ReplyGate;
import app.moddy.bot.store.StoreGate;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxPlace;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all commands have in common: who may use them and where, and what happens when something is slow or fails. The tests of
 * each module extend it for its own commands; their bot has both gates among its replacements.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EachCommand {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final String EDIT = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";
    private static final String NOT_YOURS = "This command is not for you here.";

    /** Before the store. */
    protected final StoreGate store = new StoreGate();

    /** Before what commands say. */
    protected final ReplyGate replies = new ReplyGate();

    /** Where the bot runs. */
    protected abstract Scene scene();

    /** All commands of the module, registered by now. */
    protected abstract List<UsedCommand> commands();

    /** Those for staff. */
    protected List<UsedCommand> staffsCommands() {
        return commands().stream().filter(UsedCommand::isForStaff).toList();
    }

    /** Those for everyone. */
    protected List<UsedCommand> everyonesCommands() {
        return commands().stream().filter(command -> !command.isForStaff()).toList();
    }

    /** Those that need the store for their reply. */
    protected List<UsedCommand> storingCommands() {
        return commands().stream().filter(command -> command.gate() == store).toList();
    }

    @AfterEach
    void heal() {
        scene().discord().on(CALLBACK).heal();
        scene().discord().on(EDIT).heal();
        store.release();
        replies.release();
    }

    private SandboxPlace staffsPlace() {
        return scene().ada().in(scene().guild());
    }

    private SandboxPlace elsewhere(SandboxUser user) {
        SandboxGuild guild = scene().discord().guild("Elsewhere");
        return user.joins(guild, guild.role("Staff")).in(guild);
    }

    private void expectAnswer(UsedCommand command, SandboxReply reply) {
        assertThat(reply.await().raw().toString()).contains(command.says());
        assertThat(reply.isEphemeral()).isTrue();
    }

    private void expectNotYours(UsedCommand command, SandboxPlace place) {
        SandboxReply reply = command.in(place).await();
        assertThat(reply.content()).isEqualTo(NOT_YOURS);
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.embeds()).isEmpty();
        assertThat(reply.buttons()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoMayUseItIsAnsweredAndOnlyTheySeeIt(UsedCommand command) {
        expectAnswer(command, command.in(staffsPlace()));
    }

    @ParameterizedTest
    @MethodSource("staffsCommands")
    void whoIsNotStaffLearnsNothing(UsedCommand command) {
        SandboxGuild guild = scene().guild();
        for (SandboxUser stranger : List.of(
                scene().bob(),
                scene().discord().user("unheard-of").joins(guild),
                scene().discord().user("other").joins(guild, guild.role("Other")))) {
            expectNotYours(command, stranger.in(guild));
        }
    }

    @ParameterizedTest
    @MethodSource("staffsCommands")
    void otherGuildsAndDirectMessagesDoNotHaveTheCommandsOfStaff(UsedCommand command) {
        for (SandboxPlace place :
                List.of(elsewhere(scene().ada()), scene().ada().inDm())) {
            assertThatThrownBy(() -> command.in(place)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("staffsCommands")
    void staffWhoseClientStillHasItThereAreNobodyThere(UsedCommand command) {
        for (SandboxPlace place :
                List.of(elsewhere(scene().ada()), scene().ada().inDm())) {
            expectNotYours(command, place.withOutdatedCommands());
        }
    }

    @ParameterizedTest
    @MethodSource("staffsCommands")
    void whoIsNobodyIsOfferedNothing(UsedCommand command) {
        for (String option : offering(command)) {
            assertThat(staffsPlace().types("/" + command.name(), Map.of(), option, ""))
                    .as("staff are offered something for " + option)
                    .isNotNull();
            for (SandboxPlace place : List.of(
                    scene().bob().in(scene().guild()),
                    elsewhere(scene().ada()).withOutdatedCommands(),
                    scene().ada().inDm().withOutdatedCommands())) {
                assertThat(place.types("/" + command.name(), Map.of(), option, ""))
                        .isEmpty();
            }
        }
    }

    private List<String> offering(UsedCommand command) {
        List<String> options = new ArrayList<>();
        for (JsonNode registered : scene().discord().commands(scene().guild())) {
            if (registered.path("name").asText().equals(command.name())) {
                for (JsonNode option : registered.path("options")) {
                    if (option.path("autocomplete").asBoolean()) {
                        options.add(option.path("name").asText());
                    }
                }
            }
        }
        return options;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("everyonesCommands")
    void whatIsForEveryoneIsAnsweredEverywhere(UsedCommand command) {
        SandboxUser bob = scene().bob();
        SandboxUser unheardOf = scene().discord().user("unheard-of");
        for (SandboxPlace place : List.of(bob.in(scene().guild()), elsewhere(bob), bob.inDm(), unheardOf.inDm())) {
            expectAnswer(command, command.in(place));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aSlowOneIsAcknowledgedInTimeAndAnsweredLater(UsedCommand command) {
        command.gate().hold();
        SandboxReply reply = command.in(staffsPlace()).awaitAcknowledged();
        assertThat(reply.wasDeferred()).isTrue();
        scene().discord().advance(Duration.ofSeconds(4));
        command.gate().release();
        expectAnswer(command, reply);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aBugGivesAReferenceAndNoDetail(UsedCommand command) {
        command.gate().failWith(new IllegalStateException("a secret detail"));
        SandboxReply reply = command.in(staffsPlace()).await();
        assertThat(reply.content()).matches("Something went wrong on our side\\. .*`[0-9a-f]{8}`");
        assertThat(reply.raw().toString()).doesNotContain("secret", command.says());
        assertThat(reply.isEphemeral()).isTrue();
        command.gate().release();
        expectAnswer(command, command.in(staffsPlace()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("storingCommands")
    void aStoreThatIsNotThereIsSaidPlainly(UsedCommand command) {
        store.failWith(new StoreUnavailableException("the disk is full", null));
        assertThat(command.in(staffsPlace()).await().content())
                .isEqualTo("What the bot keeps cannot be read or recorded just now. Please try again in a minute.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenDiscordDoesNotTakeTheReplyTheNextOneIsAnswered(UsedCommand command) {
        int calls = scene().discord().calls(CALLBACK).size();
        scene().discord().on(CALLBACK).failAlways(SandboxFault.status(500));
        SandboxReply lost = command.in(staffsPlace());
        Eventually.isTrue("failed", () -> scene().discord().calls(CALLBACK).size() > calls);
        scene().discord().on(CALLBACK).heal();
        expectAnswer(command, command.in(staffsPlace()));
        assertThat(lost.isAcknowledged()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenDiscordDoesNotTakeWhatASlowOneSaysTheNextOneIsAnswered(UsedCommand command) {
        command.gate().hold();
        SandboxReply lost = command.in(staffsPlace()).awaitAcknowledged();
        expectUneditable(command, lost, () -> scene().discord().on(EDIT).failAlways(SandboxFault.status(500)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenItsTokenHasExpiredTheNextOneIsAnswered(UsedCommand command) {
        command.gate().hold();
        SandboxReply late = command.in(staffsPlace()).awaitAcknowledged();
        expectUneditable(command, late, () -> scene().discord().advance(Duration.ofMinutes(16)));
    }

    private void expectUneditable(UsedCommand command, SandboxReply reply, Runnable trouble) {
        int edits = scene().discord().calls(EDIT).size();
        trouble.run();
        command.gate().release();
        Eventually.isTrue("tried", () -> scene().discord().calls(EDIT).size() > edits);
        scene().discord().on(EDIT).heal();
        expectAnswer(command, command.in(staffsPlace()));
        assertThat(reply.content()).isEmpty();
        assertThat(reply.embeds()).isEmpty();
    }
}
