package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.command.SandboxCommands.Below;
import app.moddy.bot.command.SandboxCommands.Menu;
import app.moddy.bot.command.SandboxCommands.Parent;
import app.moddy.bot.command.SandboxCommands.Told;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

/** What an author is told at the start of a command that cannot be. */
class ServedTest {
    private static Below below(String name, Optional<SubcommandGroup> group) {
        return new Below(
                new SubcommandData(name, "Does it"),
                group,
                CommandRules.everyone(),
                call -> CompletableFuture.completedStage(Reply.text("ok")));
    }

    private static void refused(SlashCommandData data, List<Below> subcommands, String message) {
        assertThatThrownBy(() -> Served.of(new Parent(data, CommandRules.staff(), subcommands)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatNobodyHandles() {
        refused(Commands.slash("idle", "Idles"), List.of(), "/idle has neither subcommands() nor handle()");
    }

    @Test
    void optionsBesideSubcommands() {
        refused(
                Commands.slash("both", "Both").addOption(OptionType.STRING, "option", "An option"),
                List.of(below("sub", Optional.empty())),
                "/both has options and subcommands");
    }

    @Test
    void subcommandsThatNobodyHandles() {
        SlashCommandData data = Commands.slash("declared", "D").addSubcommands(new SubcommandData("sub", "Sub"));
        assertThatThrownBy(() -> Served.of(Told.staff(data)))
                .hasMessageContaining("/declared declares subcommands in data(); return them in subcommands()");
    }

    @Test
    void oneGroupWithTwoDescriptionsAndOneNameTwice() {
        refused(
                Commands.slash("groups", "G"),
                List.of(
                        below("a", Optional.of(new SubcommandGroup("group", "One"))),
                        below("b", Optional.of(new SubcommandGroup("group", "Two")))),
                "describes its group group as 'One' and as 'Two'");
        refused(
                Commands.slash("twice", "T"),
                List.of(below("a", Optional.empty()), below("a", Optional.empty())),
                "multiple subcommands with the same name");
    }

    @Test
    void aUserMenuOfAnotherKind() {
        Menu menu = new Menu(
                Commands.message("Quote"),
                CommandRules.staff(),
                call -> CompletableFuture.completedStage(Reply.text("ok")));
        assertThatThrownBy(() -> Served.of(menu)).hasMessageContaining("Commands.user(name)");
    }

    @Test
    void namesTellMenusFromCommands() {
        Menu menu = new Menu(
                Commands.user("ban"), CommandRules.staff(), call -> CompletableFuture.completedStage(Reply.text("ok")));
        assertThat(Served.of(menu).label()).isEqualTo("user menu \"ban\"");
        assertThat(Served.of(Told.staff(Commands.slash("ban", "Bans"))).label()).isEqualTo("command /ban");
    }
}
