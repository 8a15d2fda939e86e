package app.moddy.bot.command;

import static app.moddy.bot.command.SandboxCommands.reads;
import static app.moddy.bot.command.SandboxCommands.writes;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxGuild;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where which commands are registered, and when. */
class CommandRegistrationTest {
    private static final SlashCommandData STAFF = Commands.slash("puppet", "Does what it is told");
    private static final SlashCommandData OPEN = Commands.slash("open", "For everyone");

    private final Scene scene = Scene.open();
    private final CommandDispatcher dispatcher =
            SandboxCommands.dispatcher(scene, Told.staff(STAFF), Told.everyone(OPEN));

    @AfterEach
    void stop() {
        scene.close();
    }

    private List<String> namesIn(SandboxGuild guild) {
        return scene.discord().commands(guild).stream()
                .map(command -> command.path("name").asText())
                .toList();
    }

    private List<String> globalNames() {
        return scene.discord().globalCommands().stream()
                .map(command -> command.path("name").asText())
                .toList();
    }

    @Test
    void staffCommandsAreInStaffGuildsOnlyAndOthersEverywhere() throws Exception {
        SandboxGuild other = scene.discord().guild("Elsewhere");
        JDA jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue("asked everywhere", () -> reads(scene.discord()) == 3);
        jda.shutdownNow();
        assertThat(namesIn(scene.guild())).containsExactly("puppet");
        assertThat(namesIn(other)).isEmpty();
        assertThat(globalNames()).containsExactly("open");
    }

    @Test
    void nothingIsWrittenWhenNothingHasChangedAndWhatIsObsoleteGoes() throws Exception {
        JDA first = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue("registered", () -> writes(scene.discord()) == 2);
        first.shutdownNow();
        JDA second = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue("asked", () -> reads(scene.discord()) == 4);
        second.shutdownNow();
        assertThat(writes(scene.discord())).isEqualTo(2);
        JDA third = SandboxCommands.login(scene.discord(), SandboxCommands.dispatcher(scene));
        Eventually.isTrue(
                "removed",
                () -> namesIn(scene.guild()).isEmpty() && globalNames().isEmpty());
        third.shutdownNow();
    }

    @Test
    void whereAGlobalCommandMayBeUsedIsAChangeThatIsWritten() throws Exception {
        JDA first = SandboxCommands.login(scene.discord(), dispatcher(InteractionContextType.GUILD));
        Eventually.isTrue("registered", () -> globalNames().contains("open"));
        first.shutdownNow();
        JDA second = SandboxCommands.login(scene.discord(), dispatcher(InteractionContextType.BOT_DM));
        Eventually.isTrue(
                "written",
                () -> scene.discord()
                                .globalCommands()
                                .get(0)
                                .path("contexts")
                                .path(0)
                                .asInt()
                        == 1);
        second.shutdownNow();
    }

    private CommandDispatcher dispatcher(InteractionContextType context) {
        return SandboxCommands.dispatcher(
                scene, Told.everyone(Commands.slash("open", "For everyone").setContexts(context)));
    }

    @Test
    void staffGuildsComeFirstWhereverTheyAreInTheList() throws Exception {
        for (int i = 0; i < 5; i++) {
            scene.discord().guild("before and after " + i);
        }
        SandboxGuild last = scene.discord().guild("HQ 2");
        CommandDispatcher staffOfLast = SandboxCommands.dispatcher(scene, last, Told.staff(STAFF));
        JDA jda = SandboxCommands.login(scene.discord(), staffOfLast);
        Eventually.isTrue("asked everywhere", () -> reads(scene.discord()) == 8);
        jda.shutdownNow();
        List<String> paths = SandboxCommands.calls(scene.discord(), false)
                .map(call -> call.path())
                .toList();
        assertThat(paths.get(0)).doesNotContain("/guilds/");
        assertThat(paths.get(1)).contains(last.id());
    }

    @Test
    void aStaffGuildThatWasUnavailableAtReadyGetsItsCommandsWhenItIsBack() throws Exception {
        JDA jda = SandboxCommands.login(scene.discord()); // so that nothing was registered at Ready
        Guild guild = jda.getGuildById(scene.guild().id());
        dispatcher.onEvent(new GuildAvailableEvent(jda, 0, guild));
        Eventually.isTrue("registered", () -> namesIn(scene.guild()).contains("puppet"));
        jda.shutdownNow();
    }

    @Test
    void soDoesOneThatJdaCallsReadyAfterItsOwnReady() throws Exception {
        JDA jda = SandboxCommands.login(scene.discord());
        Guild guild = jda.getGuildById(scene.guild().id());
        dispatcher.onEvent(new GuildReadyEvent(jda, 0, guild));
        Eventually.isTrue("registered", () -> namesIn(scene.guild()).contains("puppet"));
        jda.shutdownNow();
    }

    @Test
    void aStaffGuildThatTheBotJoinsGetsItsCommandsAndNoOther() throws Exception {
        JDA jda = SandboxCommands.login(scene.discord(), dispatcher);
        Eventually.isTrue("registered", () -> writes(scene.discord()) == 2);
        SandboxGuild joined = scene.discord().guild("Elsewhere");
        Eventually.isTrue("asked", () -> reads(scene.discord()) == 3);
        jda.shutdownNow();
        assertThat(namesIn(joined)).isEmpty();
    }
}
