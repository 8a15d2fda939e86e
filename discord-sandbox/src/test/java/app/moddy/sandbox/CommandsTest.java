package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.Test;

/** Commands as they are registered, found and filled in. */
class CommandsTest extends SlashFixture {
    @Test
    void autocompleteOffersWhatTheBotAnswers() {
        register(notifyTest());
        assertThat(ada.in(guild).types("/notify-test", Map.of("action", "created"), "sample", "se"))
                .containsExactly(new SandboxChoice("sample:se", "sample:se"), new SandboxChoice("created", "created"));
    }

    @Test
    void everyTypeOfOptionArrives() throws Exception {
        SlashCommandData all = Commands.slash("all", "All types");
        for (OptionType type : OptionType.values()) {
            if (type.getKey() > OptionType.SUB_COMMAND_GROUP.getKey()) {
                all.addOption(type, type.name().toLowerCase(java.util.Locale.ROOT), "Of " + type);
            }
        }
        register(all);
        ada.in(guild)
                .runs(
                        "/all",
                        Map.of(
                                "string",
                                "text",
                                "integer",
                                7L,
                                "number",
                                1.5,
                                "boolean",
                                true,
                                "user",
                                bob,
                                "role",
                                staff,
                                "channel",
                                guild.channel("general"),
                                "mentionable",
                                staff,
                                "attachment",
                                new SandboxAttachment("a.txt", "text/plain", 12)));
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.getOption("string").getAsString()).isEqualTo("text");
        assertThat(event.getOption("integer").getAsLong()).isEqualTo(7);
        assertThat(event.getOption("number").getAsDouble()).isEqualTo(1.5);
        assertThat(event.getOption("boolean").getAsBoolean()).isTrue();
        assertThat(event.getOption("user").getAsMember().getId()).isEqualTo(bob.id());
        assertThat(event.getOption("role").getAsRole().getName()).isEqualTo("Staff");
        assertThat(event.getOption("channel").getAsChannel().getName()).isEqualTo("general");
        assertThat(event.getOption("mentionable").getAsMentionable().getId()).isEqualTo(staff.id());
        assertThat(event.getOption("attachment").getAsAttachment().getFileName())
                .isEqualTo("a.txt");
        event.reply("ok").complete();
    }

    @Test
    void subcommandsAreFoundByTheirFullName() throws Exception {
        register(Commands.slash("top", "Top")
                .addSubcommandGroups(new SubcommandGroupData("group", "Group")
                        .addSubcommands(
                                new SubcommandData("sub", "Sub").addOption(OptionType.INTEGER, "n", "N", true))));
        ada.runs("/top group sub", Map.of("n", "3"));
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.getFullCommandName()).isEqualTo("top group sub");
        assertThat(event.getOption("n").getAsInt()).isEqualTo(3);
        event.reply("ok").complete();
    }

    @Test
    void aUserMenuIsOpenedOnAUser() throws Exception {
        register(Commands.user("History"));
        ada.in(guild).opens("History", bob);
        UserContextInteractionEvent event = slash.menu();
        assertThat(event.getTarget().getId()).isEqualTo(bob.id());
        assertThat(event.getTargetMember().getId()).isEqualTo(bob.id());
        event.reply("ok").complete();
        SandboxUser stranger = discord.user("stranger");
        ada.in(guild).opens("History", stranger);
        event = slash.menu();
        assertThat(event.getTarget().getId()).isEqualTo(stranger.id());
        assertThat(event.getTargetMember()).isNull();
        event.reply("ok").complete();
        assertThatThrownBy(() -> ada.in(guild).opens("Other", bob)).hasMessageContaining("[History]");
        assertThatThrownBy(() -> ada.in(guild).runs("/History")).hasMessageContaining("No command /History");
    }

    @Test
    void refusesToRunWhatDiscordWouldNotLetTheUserRun() {
        register(notifyTest());
        SandboxPlace place = ada.in(guild);
        assertThatThrownBy(() -> place.runs("/nothing")).hasMessageContaining("No command /nothing");
        assertThatThrownBy(() -> place.runs("/notify-test")).hasMessageContaining("needs the option action");
        assertThatThrownBy(() -> place.runs("/notify-test", Map.of("action", "created", "x", "y")))
                .hasMessageContaining("option x");
        assertThatThrownBy(() -> place.runs("/notify-test", Map.of("action", "other")))
                .hasMessageContaining("no choice other");
        assertThatThrownBy(() -> ada.inDm().runs("/notify-test", Map.of("action", "created")))
                .hasMessageContaining("direct messages");
    }

    @Test
    void aClientThatIsBehindStillShowsACommandWhereItIsNoLonger() throws Exception {
        register(notifyTest());
        SandboxPlace directMessages = ada.inDm();
        assertThatThrownBy(() -> directMessages.runs("/notify-test", Map.of("action", "created")))
                .hasMessageContaining("direct messages");
        directMessages.withOutdatedCommands().runs("/notify-test", Map.of("action", "created"));
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.getGuild()).isNull();
        assertThat(event.isGlobalCommand()).isTrue();
        event.reply("ok").complete();
        assertThatThrownBy(() -> directMessages.withOutdatedCommands().runs("/nothing"))
                .hasMessageContaining("No command /nothing");
    }

    @Test
    void theServerEnforcesThePermissionsOfACommand() throws Exception {
        register(notifyTest().setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)));
        assertThatThrownBy(() -> ada.runs("/notify-test", Map.of("action", "created")))
                .hasMessageContaining("does not see");
        staff.permissions(32);
        ada.runs("/notify-test", Map.of("action", "created"));
        slash.command().reply("ok").complete();
    }

    @Test
    void bulkRegistrationReplacesAndKeepsTheIdsOfWhatStays() {
        Guild jdaGuild = bot.jda().getGuildById(guild.id());
        String id = jdaGuild.upsertCommand(notifyTest()).complete().getId();
        jdaGuild.upsertCommand("other", "Other").complete();
        var now = jdaGuild.updateCommands().addCommands(notifyTest()).complete();
        assertThat(now)
                .singleElement()
                .satisfies(command -> assertThat(command.getId()).isEqualTo(id));
        assertThat(discord.commands(guild))
                .singleElement()
                .satisfies(command -> assertThat(command.path("name").asText()).isEqualTo("notify-test"));
        assertThat(jdaGuild.retrieveCommands(true).complete()).hasSize(1);
        jdaGuild.editCommandById(Command.Type.SLASH, id)
                .setDescription("Changed")
                .complete();
        jdaGuild.deleteCommandById(id).complete();
        assertThat(errorOf(() -> jdaGuild.deleteCommandById(id).complete())).isEqualTo(ErrorResponse.UNKNOWN_COMMAND);
    }
}
