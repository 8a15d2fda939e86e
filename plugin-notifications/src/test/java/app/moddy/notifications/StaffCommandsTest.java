package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.EachCommand;
import app.moddy.bot.testing.UsedCommand;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugin's commands, as each; and what they say to options that they can do nothing with. */
class StaffCommandsTest extends EachCommand {
    private String delivered = "";

    @BeforeAll
    void notifySomeone() {
        delivered = bot.backend().notify(bot.bob(), "plan_upgraded").notificationId();
        bot.on(SEND).failNext(SandboxFault.error(400, 50035, "Invalid Form Body"));
        assertThat(bot.backend().notify(bot.member("eve"), "plan_upgraded")).hasOutcome("refused");
    }

    @Override
    protected List<UsedCommand> commands() {
        SandboxUser bob = bot.bob();
        Map<String, ?> action = Map.of("action", "plan_upgraded");
        return List.of(
                UsedCommand.ofStaff("notify-test", action, "It arrived.", store),
                UsedCommand.ofStaff("notify-preview", action, "Not sent.", replies),
                UsedCommand.ofStaff("notify-history", Map.of("user", bob), delivered, store),
                UsedCommand.ofStaff("notify-show", Map.of("ref", delivered), delivered, store),
                UsedCommand.ofStaff("notify-retry", Map.of("ref", delivered), "It has arrived.", store),
                UsedCommand.ofStaff("notify-retry-failed", Map.of("since", "1d"), "Send it again?", store),
                UsedCommand.ofStaff("notify-why", Map.of("user", bob), "Most likely", store),
                UsedCommand.ofStaff("notify-stats", Map.of(), "From receipt to delivery", store),
                UsedCommand.ofStaff("notify-forget", Map.of("user", bob), "Erase all that is kept", replies),
                UsedCommand.menuOfStaff("Notification history", bob, delivered, store),
                UsedCommand.ofEveryone("inbox", Map.of(), "Your inbox is empty.", store));
    }

    /**
     * An option that a command can do nothing with.
     *
     * @param says how the reply begins
     */
    record BadOption(String command, Map<String, ?> options, String says) {}

    static List<BadOption> badOptions() {
        String time = "Write a whole number with m, h or d";
        return List.of(
                new BadOption("notify-test", Map.of("action", "x"), "There is no action “x”."),
                new BadOption(
                        "notify-test", Map.of("action", "plan_upgraded", "sample", "x"), "There is no sample “x”."),
                new BadOption(
                        "notify-test", Map.of("action", "plan_upgraded", "language", "x"), "There is no language"),
                new BadOption("notify-preview", Map.of("action", "x"), "There is no action “x”."),
                new BadOption(
                        "notify-preview", Map.of("action", "plan_upgraded", "sample", "x"), "There is no sample “x”."),
                new BadOption(
                        "notify-preview", Map.of("action", "plan_upgraded", "language", "x"), "There is no language"),
                new BadOption("notify-show", Map.of("ref", "x"), "A Ref is a number"),
                new BadOption("notify-show", Map.of("ref", "1"), "There is no notification"),
                new BadOption("notify-retry", Map.of("ref", "x"), "A Ref is a number"),
                new BadOption("notify-retry", Map.of("ref", "1"), "There is no notification"),
                new BadOption("notify-retry-failed", Map.of("since", "x"), time),
                new BadOption("notify-stats", Map.of("period", "x"), time));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void anOptionThatItCanDoNothingWithIsNamedWithWhatWouldBeRight(BadOption bad) {
        SandboxReply reply = bot.ada()
                .in(bot.guild())
                .runs("/" + bad.command(), bad.options())
                .await();
        assertThat(reply.content()).startsWith(bad.says());
        assertThat(reply).isEphemeral().hasButtons();
    }
}
