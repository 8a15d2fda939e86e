package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.Bots.Bot;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;

/** A guild with a Staff role, ada of the staff, bob, and a real JDA whose interactions the test answers. */
abstract class SlashFixture {
    final DiscordSandbox discord = DiscordSandbox.builder().checkingSchema().start();
    final SandboxGuild guild = discord.guild("Moddy HQ");
    final SandboxRole staff = guild.role("Staff");
    final SandboxUser ada = discord.user("ada").joins(guild, staff).locale("fr");
    final SandboxUser bob = discord.user("bob").joins(guild);
    final Slash slash = new Slash();
    final Bot bot = Bots.login(discord, slash);

    /** Keeps every interaction for the test, which answers it. */
    static final class Slash extends ListenerAdapter {
        private final LinkedBlockingQueue<SlashCommandInteractionEvent> commands = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<UserContextInteractionEvent> menus = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<ButtonInteractionEvent> buttons = new LinkedBlockingQueue<>();

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            commands.add(event);
        }

        @Override
        public void onUserContextInteraction(UserContextInteractionEvent event) {
            menus.add(event);
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

        UserContextInteractionEvent menu() throws InterruptedException {
            UserContextInteractionEvent event = menus.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No user menu arrived");
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

    void register(CommandData... commands) {
        Guild jdaGuild = bot.jda().getGuildById(guild.id());
        jdaGuild.updateCommands().addCommands(commands).complete();
    }

    static SlashCommandData notifyTest() {
        return Commands.slash("notify-test", "Sends a test")
                .addOptions(
                        new OptionData(OptionType.STRING, "action", "What", true).addChoice("Created", "created"),
                        new OptionData(OptionType.STRING, "sample", "Which", false, true));
    }

    static ErrorResponse errorOf(Runnable call) {
        try {
            call.run();
        } catch (ErrorResponseException error) {
            return error.getErrorResponse();
        }
        throw new AssertionError("No error");
    }
}
