package app.moddy.bot.testing;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.command.EarlyAcknowledgement;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all commands have in common: who may use them and where, and what happens when something is slow or fails. The test of a
 * plugin extends it for its own commands:
 *
 * <pre>{@code
 * class DrawCommandTest extends EachCommand {
 *     @Override
 *     protected List<UsedCommand> commands() {
 *         return List.of(
 *                 UsedCommand.ofStaff("draw", Map.of("user", bot.bob()), "Give the prize to", replies),
 *                 UsedCommand.ofEveryone("prizes", Map.of(), "in stock", store));
 *     }
 * }
 * }</pre>
 *
 * <p>The last of each is its gate: what stands before something that the command needs for this very answer, and what the tests
 * hold up and let fail, to see what is said then. {@link #replies} is for a command that says the text with its injected {@code
 * Replies}, which is the usual; {@link #store} for one that reads or writes the {@code Store} before it answers, and such a
 * command is also tried without a store. A command that needs neither, because its answer is a constant, does not belong here:
 * nothing could hold it up, and its tests would fail.
 *
 * <p>Each is used many times, by Ada most of all, and always with the same options: it must answer the same each time. So one with
 * a cooldown does not belong here, either.
 *
 * <p>In some of the tests the bot is in another guild, too: a plugin that wants to be told which one is meant has that setting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EachCommand {
    private static final String CALLBACK = "POST /interactions/{interaction_id}/{interaction_token}/callback";
    private static final String EDIT = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";

    /** Before the {@code Store}: the gate of commands that read or write it for their answer. */
    protected final StoreGate store = new StoreGate();

    /** Before the plugin's {@code Replies}, core's own notices excepted: the gate of all other commands. */
    protected final ReplyGate replies = new ReplyGate();

    /** The bot, one for all tests of the class. */
    @RegisterExtension
    protected final BotExtension bot;

    /** With the plugins that are on the class path. */
    protected EachCommand() {
        this(BotExtension.create());
    }

    /** With a bot that has settings. */
    protected EachCommand(BotExtension bot) {
        this.bot = bot.replacing(store).replacing(replies).replacing(new EarlyAcknowledgement());
    }

    /** All commands of the plugin; asked for once the bot runs. */
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
    void release() {
        store.release();
        replies.release();
    }

    private SandboxPlace staffsPlace() {
        return bot.ada().in(bot.guild());
    }

    private SandboxPlace elsewhere(SandboxUser user) {
        SandboxGuild guild = bot.discord().guild("Elsewhere");
        return user.joins(guild, guild.role("Staff")).in(guild);
    }

    private void expectAnswer(UsedCommand command, SandboxReply reply) {
        assertThat(reply).contains(command.says()).isEphemeral();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoMayUseItIsAnsweredAndOnlyTheySeeIt(UsedCommand command) {
        expectAnswer(command, command.in(staffsPlace()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("staffsCommands")
    void whoIsNotStaffLearnsNothing(UsedCommand command) {
        SandboxGuild guild = bot.guild();
        for (SandboxUser stranger :
                List.of(bot.bob(), bot.member("unheard-of"), bot.member("other", guild.role("Other")))) {
            assertThat(command.in(stranger.in(guild))).refuses();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("staffsCommands")
    void otherGuildsAndDirectMessagesDoNotHaveTheCommandsOfStaff(UsedCommand command) {
        for (SandboxPlace place : List.of(elsewhere(bot.ada()), bot.ada().inDm())) {
            assertThatThrownBy(() -> command.in(place)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("staffsCommands")
    void staffWhoseClientStillHasItThereAreNobodyThere(UsedCommand command) {
        for (SandboxPlace place : List.of(elsewhere(bot.ada()), bot.ada().inDm())) {
            assertThat(command.in(place.withOutdatedCommands())).refuses();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("staffsCommands")
    void whoIsNobodyIsOfferedNothing(UsedCommand command) {
        for (String option : offering(command)) {
            assertThat(staffsPlace().types("/" + command.name(), Map.of(), option, ""))
                    .as("staff are offered something for " + option)
                    .isNotNull();
            for (SandboxPlace place : List.of(
                    bot.bob().in(bot.guild()),
                    elsewhere(bot.ada()).withOutdatedCommands(),
                    bot.ada().inDm().withOutdatedCommands())) {
                assertThat(place.types("/" + command.name(), Map.of(), option, ""))
                        .isEmpty();
            }
        }
    }

    private List<String> offering(UsedCommand command) {
        List<String> options = new ArrayList<>();
        for (JsonNode registered : bot.discord().commands(bot.guild())) {
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
        SandboxUser bob = bot.bob();
        SandboxUser unheardOf = bot.discord().user("unheard-of");
        for (SandboxPlace place : List.of(bob.in(bot.guild()), elsewhere(bob), bob.inDm(), unheardOf.inDm())) {
            expectAnswer(command, command.in(place));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aSlowOneIsAcknowledgedInTimeAndAnsweredLater(UsedCommand command) {
        command.gate().hold();
        SandboxReply reply = command.in(staffsPlace()).awaitAcknowledged();
        assertThat(reply.wasDeferred())
                .as("its gate holds /%s up; else it is not the gate of this command", command.name())
                .isTrue();
        bot.discord().advance(Duration.ofSeconds(4));
        command.gate().release();
        expectAnswer(command, reply);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aBugGivesAReferenceAndNoDetail(UsedCommand command) {
        command.gate().failWith(new IllegalStateException("a secret detail"));
        SandboxReply reply = command.in(staffsPlace()).await();
        assertThat(reply.content()).matches("Something went wrong on our side\\. .*`[0-9a-f]{8}`");
        assertThat(reply)
                .doesNotContain("secret")
                .doesNotContain(command.says())
                .isEphemeral();
        command.gate().release();
        expectAnswer(command, command.in(staffsPlace()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("storingCommands")
    void aStoreThatIsNotThereIsSaidPlainly(UsedCommand command) {
        store.failWith(new StoreUnavailableException("the disk is full", null));
        assertThat(command.in(staffsPlace()))
                .says("What the bot keeps cannot be read or recorded just now. Please try again in a minute.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenDiscordDoesNotTakeTheReplyTheNextOneIsAnswered(UsedCommand command) {
        int calls = bot.discord().calls(CALLBACK).size();
        bot.on(CALLBACK).failAlways(SandboxFault.status(500));
        SandboxReply lost = command.in(staffsPlace());
        Eventually.isTrue("failed", () -> bot.discord().calls(CALLBACK).size() > calls);
        bot.on(CALLBACK).heal();
        expectAnswer(command, command.in(staffsPlace()));
        assertThat(lost.isAcknowledged()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenDiscordDoesNotTakeWhatASlowOneSaysTheNextOneIsAnswered(UsedCommand command) {
        command.gate().hold();
        SandboxReply lost = command.in(staffsPlace()).awaitAcknowledged();
        expectUneditable(command, lost, () -> bot.on(EDIT).failAlways(SandboxFault.status(500)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whenItsTokenHasExpiredTheNextOneIsAnswered(UsedCommand command) {
        command.gate().hold();
        SandboxReply late = command.in(staffsPlace()).awaitAcknowledged();
        expectUneditable(command, late, () -> bot.discord().advance(Duration.ofMinutes(16)));
    }

    private void expectUneditable(UsedCommand command, SandboxReply reply, Runnable trouble) {
        int edits = bot.discord().calls(EDIT).size();
        trouble.run();
        command.gate().release();
        Eventually.isTrue("tried", () -> bot.discord().calls(EDIT).size() > edits);
        bot.on(EDIT).heal();
        expectAnswer(command, command.in(staffsPlace()));
        assertThat(reply.content()).isEmpty();
        assertThat(reply.embeds()).isEmpty();
    }
}
