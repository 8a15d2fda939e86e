package app.moddy.bot.command;

import static app.moddy.bot.command.SandboxCommands.reads;
import static app.moddy.bot.command.SandboxCommands.writes;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.SandboxCommands.Below;
import app.moddy.bot.command.SandboxCommands.Menu;
import app.moddy.bot.command.SandboxCommands.Parent;
import app.moddy.bot.command.SandboxCommands.Told;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command is written once, whatever it is made of. */
class CommandFormsTest {
    private final Scene scene = Scene.open();

    @AfterEach
    void stop() {
        scene.close();
    }

    static List<SlashCommandData> allKinds() {
        return List.of(
                of("number", option(OptionType.NUMBER).setMinValue(1).setMaxValue(3)),
                of("fraction", option(OptionType.NUMBER).setMinValue(0.5).setMaxValue(2.25)),
                of(
                        "widest",
                        option(OptionType.NUMBER)
                                .setRequiredRange(OptionData.MIN_NEGATIVE_NUMBER, OptionData.MAX_POSITIVE_NUMBER)),
                of("integer", option(OptionType.INTEGER).setRequiredRange(-10, 1_000_000)),
                of("length", option(OptionType.STRING).setRequiredLength(1, 6_000)),
                of("completed", option(OptionType.STRING).setAutoComplete(true)),
                of("texts", option(OptionType.STRING).addChoice("One", "1").addChoice("Two", "2")),
                of("integers", option(OptionType.INTEGER).addChoice("One", 1).addChoice("Two", 2)),
                of("numbers", option(OptionType.NUMBER).addChoice("One", 1.0).addChoice("Half", 0.5)),
                of("channel", option(OptionType.CHANNEL).setChannelTypes(ChannelType.VOICE, ChannelType.TEXT)),
                of("simple", new OptionData(OptionType.BOOLEAN, "b", "B", true))
                        .addOption(OptionType.USER, "u", "U")
                        .addOption(OptionType.ROLE, "r", "R")
                        .addOption(OptionType.MENTIONABLE, "m", "M")
                        .addOption(OptionType.ATTACHMENT, "a", "A"),
                localised(),
                Commands.slash("nsfw", "Adults").setNSFW(true),
                Commands.slash("nobody", "No one").setDefaultPermissions(DefaultMemberPermissions.DISABLED),
                Commands.slash("some", "Some")
                        .setDefaultPermissions(
                                DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER, Permission.KICK_MEMBERS)),
                Commands.slash("where", "Somewhere")
                        .setContexts(InteractionContextType.PRIVATE_CHANNEL, InteractionContextType.GUILD)
                        .setIntegrationTypes(IntegrationType.USER_INSTALL, IntegrationType.GUILD_INSTALL));
    }

    private static SlashCommandData of(String name, OptionData option) {
        return Commands.slash(name, "Has options").addOptions(option);
    }

    private static OptionData option(OptionType type) {
        return new OptionData(type, "option", "An option");
    }

    private static SlashCommandData localised() {
        OptionData option = option(OptionType.STRING)
                .setNameLocalization(DiscordLocale.GERMAN, "wahl")
                .setDescriptionLocalization(DiscordLocale.FRENCH, "Une option");
        return of("localised", option)
                .setNameLocalization(DiscordLocale.GERMAN, "deutsch")
                .setDescriptionLocalization(DiscordLocale.FRENCH, "En français");
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void isNotWrittenTheSecondTime(SlashCommandData data) throws Exception {
        SlashCommandData staffs = SlashCommandData.fromData(data.toData()).setName("staff-" + data.getName());
        writesOnce(() -> SandboxCommands.served(Told.everyone(data), Told.staff(staffs)));
    }

    /** Words of other languages are put onto a copy; nothing else may differ in it. */
    @ParameterizedTest
    @MethodSource("allKinds")
    void losesNothingWhenItIsGivenWordsOfOtherLanguages(SlashCommandData data) {
        assertThat(ComparableForm.of(SandboxCommands.words().localized(data))).isEqualTo(ComparableForm.of(data));
    }

    @Test
    void subcommandsAreNotWrittenTheSecondTime() throws Exception {
        writesOnce(() -> SandboxCommands.served(
                nested("nested", CommandRules.everyone()), nested("staff-nested", CommandRules.staff())));
    }

    @Test
    void aUserMenuIsNotWrittenTheSecondTimeAndMayBeCalledAsACommandIs() throws Exception {
        writesOnce(() -> List.of(
                Served.of(menu("same", CommandRules.everyone())),
                Served.of(Told.staff(Commands.slash("same", "A command")))));
    }

    private static Menu menu(String name, CommandRules rules) {
        return new Menu(Commands.user(name), rules, call -> CompletableFuture.completedStage(Reply.text("ok")));
    }

    /** A group before a subcommand: JDA reads them the other way round. */
    private static Parent nested(String name, CommandRules rules) {
        SubcommandData inner = new SubcommandData("inner", "Inside")
                .addOptions(option(OptionType.NUMBER).setMaxValue(3));
        return new Parent(
                Commands.slash(name, "Has levels"),
                rules,
                List.of(
                        below(inner, Optional.of(new SubcommandGroup("group", "A group"))),
                        below(new SubcommandData("sub", "Below"), Optional.empty())));
    }

    private static Below below(SubcommandData data, Optional<SubcommandGroup> group) {
        return new Below(
                data, group, CommandRules.everyone(), call -> CompletableFuture.completedStage(Reply.text("ok")));
    }

    /** One command globally and one of the guild, as two starts have them. */
    private void writesOnce(Supplier<List<Served>> served) throws Exception {
        startAndStop(2, served.get());
        Eventually.isTrue("written", () -> writes(scene.discord()) == 2); // a call is listed after its effect
        startAndStop(4, served.get());
        assertThat(writes(scene.discord())).isEqualTo(2);
    }

    private void startAndStop(int reads, List<Served> served) throws Exception {
        JDA jda = SandboxCommands.login(scene.discord(), SandboxCommands.dispatcher(scene, served));
        Eventually.isTrue("asked", () -> reads(scene.discord()) == reads);
        Eventually.isTrue("there", () -> scene.discord().commands(scene.guild()).size() == 1);
        jda.shutdown();
        assertThat(jda.awaitShutdown(Duration.ofSeconds(10))).isTrue();
    }
}
