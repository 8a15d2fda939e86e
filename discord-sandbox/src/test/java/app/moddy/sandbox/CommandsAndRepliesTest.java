package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.sandbox.Bots.Bot;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsAndRepliesTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxRole staff = guild.role("Staff");
    private final SandboxUser ada = discord.user("ada").joins(guild, staff).locale("fr");
    private final SandboxUser bob = discord.user("bob").joins(guild);
    private final Slash slash = new Slash();
    private final Bot bot = Bots.login(discord, slash);

    /** Keeps every interaction for the test, which answers it. */
    private static final class Slash extends ListenerAdapter {
        private final LinkedBlockingQueue<SlashCommandInteractionEvent> commands = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<ButtonInteractionEvent> buttons = new LinkedBlockingQueue<>();

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            commands.add(event);
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            buttons.add(event);
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            var focused = event.getFocusedOption();
            event.replyChoiceStrings(
                            focused.getName() + ":" + focused.getValue(),
                            event.getOption("action").getAsString())
                    .queue();
        }

        SlashCommandInteractionEvent command() throws InterruptedException {
            SlashCommandInteractionEvent event = commands.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No command arrived");
            }
            return event;
        }

        ButtonInteractionEvent button() throws InterruptedException {
            ButtonInteractionEvent event = buttons.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No button arrived");
            }
            return event;
        }
    }

    @AfterEach
    void endsWithoutProblems() {
        bot.close();
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    private void register(SlashCommandData... commands) {
        Guild jdaGuild = bot.jda().getGuildById(guild.id());
        jdaGuild.updateCommands().addCommands(commands).complete();
    }

    private static SlashCommandData notifyTest() {
        return Commands.slash("notify-test", "Sends a test")
                .addOptions(
                        new OptionData(OptionType.STRING, "action", "What", true).addChoice("Created", "created"),
                        new OptionData(OptionType.STRING, "sample", "Which", false, true));
    }

    @Test
    void aReplyReachesTheUserAsAnEphemeralMessage() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.in(guild).runs("/notify-test", Map.of("action", "Created"));
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.getOption("action").getAsString()).isEqualTo("created");
        assertThat(event.getUserLocale().getLocale()).isEqualTo("fr");
        assertThat(event.getMember().getRoles()).extracting("id").containsExactly(staff.id());
        var hook = event.reply("done").setEphemeral(true).complete();
        assertThat(hook.getCallbackResponse().getMessage().getContentRaw()).isEqualTo("done");
        assertThat(reply.await().content()).isEqualTo("done");
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.wasDeferred()).isFalse();
        assertThat(guild.messages(guild.channel("general"))).isEmpty();
    }

    @Test
    void aDeferredReplyIsEditedFollowedAndDeleted() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        var hook = slash.command().deferReply(true).complete();
        assertThat(reply.awaitAcknowledged().wasDeferred()).isTrue();
        hook.editOriginal("ready").complete();
        assertThat(reply.await().content()).isEqualTo("ready");
        assertThat(reply.isEphemeral()).isTrue();
        var followUp = hook.sendMessage("more").setEphemeral(true).complete();
        assertThat(reply.followUps()).extracting(SandboxMessage::content).containsExactly("more");
        hook.editMessageById(followUp.getId(), "most").complete();
        assertThat(reply.followUps()).extracting(SandboxMessage::content).containsExactly("most");
        assertThat(hook.retrieveOriginal().complete().getContentRaw()).isEqualTo("ready");
        hook.deleteMessageById(followUp.getId()).complete();
        hook.deleteOriginal().complete();
        assertThat(reply.isDeleted()).isTrue();
        assertThat(reply.followUps()).isEmpty();
    }

    @Test
    void theFirstFollowUpAfterADeferralTakesThePlaceOfTheOriginal() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command().deferReply(true).complete().sendMessage("here").complete();
        assertThat(reply.await().content()).isEqualTo("here");
        assertThat(reply.isEphemeral()).isTrue();
        assertThat(reply.followUps()).isEmpty();
    }

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
    void aGlobalCommandRunsInDirectMessages() throws Exception {
        bot.jda().updateCommands().addCommands(Commands.slash("ping", "Pings")).complete();
        SandboxReply reply = ada.inDm().runs("/ping");
        SlashCommandInteractionEvent event = slash.command();
        assertThat(event.isFromGuild()).isFalse();
        event.reply("pong").complete();
        assertThat(reply.await().content()).isEqualTo("pong");
        assertThat(ada.awaitDirectMessage().content()).isEqualTo("pong");
    }

    @Test
    void aButtonUpdatesTheMessageItIsOn() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command()
                .reply("preview")
                .setEphemeral(true)
                .addComponents(ActionRow.of(Button.primary("send", "Send"), Button.link("https://example.com", "More")))
                .complete();
        SandboxReply pressed = reply.await().press("Send");
        ButtonInteractionEvent event = slash.button();
        assertThat(event.getComponentId()).isEqualTo("send");
        assertThat(event.getMessage().getContentRaw()).isEqualTo("preview");
        event.editMessage("sent").setComponents().complete();
        assertThat(pressed.await().content()).isEqualTo("sent");
        assertThat(pressed.buttons()).isEmpty();
        assertThat(pressed.isEphemeral()).isTrue();
        assertThatThrownBy(() -> reply.press("Send")).hasMessageContaining("No button Send");
    }

    @Test
    void aDeferredPressCompletesWithItsEdit() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        slash.command()
                .reply("x")
                .addComponents(ActionRow.of(Button.danger("no", "Discard")))
                .complete();
        SandboxReply pressed = reply.await().press("no");
        var hook = slash.button().deferEdit().complete();
        assertThat(pressed.awaitAcknowledged().wasDeferred()).isTrue();
        hook.editOriginal("gone").complete();
        assertThat(pressed.await().content()).isEqualTo("gone");
    }

    @Test
    void aButtonOnADirectMessageIsPressedByItsRecipient() throws Exception {
        bot.jda()
                .openPrivateChannelById(ada.id())
                .complete()
                .sendMessage("read me")
                .addComponents(ActionRow.of(Button.success("ok", "Read")))
                .complete();
        SandboxReply pressed = ada.presses(ada.awaitDirectMessage(), "Read");
        slash.button().reply("thanks").complete();
        assertThat(pressed.await().content()).isEqualTo("thanks");
    }

    @Test
    void answersUnknownInteractionAfterThreeSeconds() throws Exception {
        register(notifyTest());
        ada.runs("/notify-test", Map.of("action", "created"));
        SlashCommandInteractionEvent event = slash.command();
        discord.advance(Duration.ofMillis(3100));
        assertThat(errorOf(() -> event.reply("late").complete())).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION);
    }

    @Test
    void theTokenEndsAfterFifteenMinutes() throws Exception {
        register(notifyTest());
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        var hook = slash.command().deferReply().complete();
        discord.advance(Duration.ofMinutes(14));
        hook.editOriginal("in time").complete();
        discord.advance(Duration.ofMinutes(1));
        assertThat(errorOf(() -> hook.editOriginal("late").complete())).isEqualTo(ErrorResponse.UNKNOWN_WEBHOOK);
        assertThat(reply.content()).isEqualTo("in time");
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
    void theServerEnforcesThePermissionsOfACommand() throws Exception {
        register(notifyTest()
                .setDefaultPermissions(net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions.enabledFor(
                        net.dv8tion.jda.api.Permission.MANAGE_SERVER)));
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
        jdaGuild.editCommandById(net.dv8tion.jda.api.interactions.commands.Command.Type.SLASH, id)
                .setDescription("Changed")
                .complete();
        jdaGuild.deleteCommandById(id).complete();
        assertThat(errorOf(() -> jdaGuild.deleteCommandById(id).complete())).isEqualTo(ErrorResponse.UNKNOWN_COMMAND);
    }

    @Test
    void anInteractionIsReplayedAfterAReconnect() throws Exception {
        register(notifyTest());
        discord.gateway().refuseConnections(true);
        discord.gateway().drop();
        SandboxReply reply = ada.runs("/notify-test", Map.of("action", "created"));
        discord.gateway().refuseConnections(false);
        discord.gateway().awaitConnected();
        CompletableFuture<?> answered = slash.command().reply("after all").submit();
        answered.get(10, TimeUnit.SECONDS);
        assertThat(reply.await().content()).isEqualTo("after all");
        assertThat(discord.gateway().resumes()).isEqualTo(1);
    }

    private static ErrorResponse errorOf(Runnable call) {
        try {
            call.run();
        } catch (ErrorResponseException error) {
            return error.getErrorResponse();
        }
        throw new AssertionError("No error");
    }
}
