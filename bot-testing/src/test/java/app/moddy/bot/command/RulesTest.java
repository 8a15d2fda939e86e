package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Below;
import app.moddy.bot.command.SandboxCommands.Menu;
import app.moddy.bot.command.SandboxCommands.Parent;
import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxPlace;
import app.moddy.sandbox.SandboxRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

/** Who may use what, and where. */
class RulesTest {
    private static final String NOT_YOURS = "This command is not for you here.";

    private static Served told(String name, CommandRules rules) {
        return Served.of(new Told(Commands.slash(name, "Answers"), rules, RulesTest::ok));
    }

    private static CompletionStage<Reply> ok() {
        return CompletableFuture.completedStage(Reply.text("ok"));
    }

    @Test
    void ownersMayWhatStaffMayAndMore() throws Exception {
        try (CommandScene scene =
                CommandScene.of(told("owners", CommandRules.owner()), told("staffs", CommandRules.staff()))) {
            assertThat(scene.answer(scene.olga(), "/owners")).isEqualTo("ok");
            assertThat(scene.answer(scene.olga(), "/staffs")).isEqualTo("ok");
            assertThat(scene.answer(scene.ada(), "/owners")).isEqualTo(NOT_YOURS);
            assertThat(scene.answer(scene.ada(), "/staffs")).isEqualTo("ok");
            assertThat(scene.answer(scene.bob(), "/owners")).isEqualTo(NOT_YOURS);
            assertThat(scene.scene().discord().globalCommands()).isEmpty();
        }
    }

    @Test
    void theCallerNeedsPermissionsInTheChannel() throws Exception {
        CommandRules rules = CommandRules.everyone().callerNeeds(Permission.MANAGE_ROLES, Permission.MESSAGE_MANAGE);
        try (CommandScene scene = CommandScene.of(told("tidy", rules))) {
            assertThat(scene.answer(scene.bob(), "/tidy"))
                    .isEqualTo("You need these permissions here: Manage Roles, Manage Messages.");
            SandboxRole role = scene.scene().guild().role("Tidy").permissions(Permission.MANAGE_ROLES.getRawValue());
            scene.bob().joins(scene.scene().guild(), role);
            assertThat(scene.answer(scene.bob(), "/tidy"))
                    .isEqualTo("You need these permissions here: Manage Messages.");
            role.permissions(Permission.getRaw(Permission.MANAGE_ROLES, Permission.MESSAGE_MANAGE));
            assertThat(scene.answer(scene.bob(), "/tidy")).isEqualTo("ok");
            assertThat(scene.bob().inDm().runs("/tidy").await().content())
                    .isEqualTo("This command works in servers only.");
        }
    }

    @Test
    void theBotNeedsPermissionsInTheChannel() throws Exception {
        CommandRules rules = CommandRules.staff().botNeeds(Permission.BAN_MEMBERS);
        try (CommandScene scene = CommandScene.of(told("ban", rules))) {
            assertThat(scene.answer(scene.bob(), "/ban")).isEqualTo(NOT_YOURS);
            assertThat(scene.answer(scene.ada(), "/ban"))
                    .isEqualTo("The bot needs these permissions here: Ban Members.");
            scene.scene().guild().botRole().permissions(Permission.BAN_MEMBERS.getRawValue());
            assertThat(scene.answer(scene.ada(), "/ban")).isEqualTo("ok");
        }
    }

    @Test
    void coreKeepsACommandToItsContextsWhereDiscordDoesNot() throws Exception {
        try (CommandScene scene = CommandScene.of(
                Served.of(Told.everyone(in("guilds", InteractionContextType.GUILD))),
                Served.of(Told.everyone(in("dms", InteractionContextType.BOT_DM))))) {
            assertThat(scene.answer(scene.bob(), "/guilds")).isEqualTo("ok");
            assertThat(scene.bob().inDm().runs("/dms").await().content()).isEqualTo("ok");
            SandboxPlace guild = scene.bob().in(scene.scene().guild());
            assertThat(scene.bob()
                            .inDm()
                            .withOutdatedCommands()
                            .runs("/guilds")
                            .await()
                            .content())
                    .isEqualTo("This command works in servers only.");
            assertThat(guild.withOutdatedCommands().runs("/dms").await().content())
                    .isEqualTo("This command does not work here.");
        }
    }

    private static SlashCommandData in(String name, InteractionContextType... contexts) {
        return Commands.slash(name, "Somewhere").setContexts(contexts);
    }

    @Test
    void aSubcommandsCommandIsAskedFirst() throws Exception {
        Parent parent = new Parent(
                Commands.slash("team", "Teams"),
                CommandRules.staff(),
                List.of(
                        below("list", Optional.empty(), CommandRules.everyone()),
                        below("disband", Optional.empty(), CommandRules.owner()),
                        below(
                                "add",
                                Optional.of(new SubcommandGroup("member", "Members")),
                                CommandRules.everyone().callerNeeds(Permission.MANAGE_ROLES))));
        try (CommandScene scene = CommandScene.of(Served.of(parent))) {
            assertThat(scene.answer(scene.ada(), "/team list")).isEqualTo("/team list");
            assertThat(scene.answer(scene.ada(), "/team disband")).isEqualTo(NOT_YOURS);
            assertThat(scene.answer(scene.olga(), "/team disband")).isEqualTo("/team disband");
            assertThat(scene.answer(scene.ada(), "/team member add"))
                    .isEqualTo("You need these permissions here: Manage Roles.");
            for (String command : List.of("/team list", "/team disband", "/team member add")) {
                assertThat(scene.answer(scene.bob(), command)).isEqualTo(NOT_YOURS);
            }
        }
    }

    private static Below below(String name, Optional<SubcommandGroup> group, CommandRules rules) {
        return new Below(
                new SubcommandData(name, "Does it"),
                group,
                rules,
                call -> CompletableFuture.completedStage(Reply.text(call.command())));
    }

    @Test
    void staffAreNobodyInAGuildThatIsNotStaffs() throws Exception {
        try (CommandScene scene = CommandScene.of(told("open", CommandRules.everyone()))) {
            SandboxGuild elsewhere = scene.scene().discord().guild("Elsewhere");
            scene.ada().joins(elsewhere);
            assertThat(scene.ada().in(elsewhere).runs("/open").await().content())
                    .isEqualTo("ok");
            assertThat(scene.scene().discord().commands(elsewhere)).isEmpty();
        }
    }

    @Test
    void aUserMenuKeepsTheSameRules() throws Exception {
        Menu menu = new Menu(
                Commands.user("Look"),
                CommandRules.staff(),
                call -> CompletableFuture.completedStage(Reply.text(
                        call.target().getName() + " " + call.targetMember().isPresent())));
        try (CommandScene scene = CommandScene.of(Served.of(menu), told("look", CommandRules.staff()))) {
            SandboxGuild guild = scene.scene().guild();
            assertThat(scene.ada().in(guild).opens("Look", scene.bob()).await().content())
                    .isEqualTo("bob true");
            assertThat(scene.ada()
                            .in(guild)
                            .opens("Look", scene.scene().discord().user("stranger"))
                            .await()
                            .content())
                    .isEqualTo("stranger false");
            assertThat(scene.bob().in(guild).opens("Look", scene.ada()).await().content())
                    .isEqualTo(NOT_YOURS);
            assertThat(scene.answer(scene.ada(), "/look")).isEqualTo("ok");
        }
    }

    @Test
    void whoMayNotUseItIsOfferedNothingAndToldInTheirLanguage() throws Exception {
        SlashCommand offering = new SlashCommand() {
            @Override
            public SlashCommandData data() {
                return Commands.slash("offer", "Offers").addOption(OptionType.INTEGER, "number", "One", true, true);
            }

            @Override
            public CommandRules rules() {
                return CommandRules.staff();
            }

            @Override
            public CompletionStage<Reply> handle(CommandCall call) {
                return ok();
            }

            @Override
            public CompletionStage<List<Choice>> complete(CompletionCall call) {
                return CompletableFuture.completedStage(List.of(new Choice("the answer", 42)));
            }
        };
        try (CommandScene scene = CommandScene.of(Served.of(offering))) {
            SandboxGuild guild = scene.scene().guild();
            assertThat(scene.ada().in(guild).types("/offer", Map.of(), "number", "4"))
                    .singleElement()
                    .satisfies(choice -> {
                        assertThat(choice.name()).isEqualTo("the answer");
                        assertThat(choice.value()).isEqualTo("42");
                    });
            assertThat(scene.bob().in(guild).types("/offer", Map.of(), "number", "4"))
                    .isEmpty();
            scene.bob().locale("fr");
            assertThat(scene.reply(scene.bob(), "/offer", Map.of("number", 1L)).content())
                    .isEqualTo("Cette commande n’est pas pour vous ici.");
        }
    }
}
