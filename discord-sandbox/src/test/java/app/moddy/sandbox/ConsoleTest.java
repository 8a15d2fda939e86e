package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.Bots.Bot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final SandboxUser bob = discord.user("bob").joins(guild);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final SandboxConsole console =
            SandboxConsole.attach(discord, new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final Bot bot = Bots.login(discord, new Answering());

    /** Answers with what it got, and every press with the custom id. */
    private static final class Answering extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            String to = event.getOption("user").getAsUser().getName();
            event.reply("To " + to + ": " + event.getOption("note").getAsString())
                    .setEphemeral(true)
                    .addComponents(ActionRow.of(Button.primary("send:1", "Send")))
                    .queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.reply("pressed " + event.getComponentId()).queue();
        }
    }

    @AfterEach
    void endsWithoutProblems() {
        bot.close();
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void type(String lines) {
        console.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void showsADirectMessageAsTheUserSeesIt() {
        bot.jda()
                .openPrivateChannelById(ada.id())
                .complete()
                .sendMessageEmbeds(new EmbedBuilder()
                        .setTitle("Größe \u2014 10 \u20ac")
                        .setDescription("Hi <@" + bob.id() + ">, ends <t:1767225600:f>, not \\*bold\\*")
                        .addField("Plan", "Gold", true)
                        .setFooter("Moddy")
                        .build())
                .addComponents(ActionRow.of(Button.primary("a", "Read"), Button.link("https://example.com/x", "More")))
                .setSuppressedNotifications(true)
                .complete();
        Bots.eventually("the box", () -> output().contains("[ Read ]"));
        assertThat(output())
                .contains("Direct message to ada (silent)")
                .contains("Größe — 10 €")
                .contains("Hi @bob, ends 1 January 2026 00:00 UTC, not *bold*")
                .contains("Plan:")
                .contains("Gold")
                .contains("— Moddy")
                .contains("[ More → https://example.com/x ]");
    }

    @Test
    void runsCommandsAndPressesButtonsAsTheUserThatItIs() {
        bot.jda()
                .getGuildById(guild.id())
                .upsertCommand("tell", "Tells")
                .addOption(OptionType.USER, "user", "Who", true)
                .addOption(OptionType.STRING, "note", "What", true)
                .complete();
        type("as ada\n/tell user:bob note:two words\npress Send\n/tell user:@bob note:again\n");
        assertThat(output())
                .contains("You are ada")
                .contains("Answer to /tell (only ada sees this)")
                .contains("To bob: two words")
                .contains("To bob: again")
                .contains("[ Send ]")
                .contains("pressed send:1");
    }

    @Test
    void showsTheDirectMessagesOfAUserAndClosesThem() {
        bot.jda()
                .openPrivateChannelById(bob.id())
                .complete()
                .sendMessage("for bob")
                .complete();
        type("dms bob\nclose-dms bob\n");
        assertThat(output()).contains("for bob").contains("takes no direct messages");
        assertThat(new RawBot(discord)
                        .post(new RawBot(discord).messagesWith(bob), "{\"content\":\"x\"}")
                        .code())
                .isEqualTo(50007);
    }

    @Test
    void saysWhatIsWrongAndGoesOn() {
        type("fly\n/nothing\npress Nothing\nhelp\n");
        assertThat(output())
                .contains("! Unknown: fly; try help")
                .contains("! No command /nothing in guild Moddy HQ")
                .contains("! No button Nothing")
                .contains("close-dms NAME");
    }
}
