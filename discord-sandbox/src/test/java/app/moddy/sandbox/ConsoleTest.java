package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.Bots.Bot;
import app.moddy.sandbox.console.MessageBox;
import app.moddy.sandbox.console.ShownText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final SandboxConsole console = SandboxConsole.attach(
                    discord, new PrintStream(printed, true, StandardCharsets.UTF_8))
            .in(guild)
            .knows(ada, "staff")
            .knows(bob);
    private final Bot bot = Bots.login(discord, new Answering());

    /** Answers with what it got, and every press with the custom id. */
    private static final class Answering extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            if (event.getName().equals("plain")) {
                event.reply("plain").queue();
                return;
            }
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

    private void registerTell() {
        bot.jda()
                .getGuildById(guild.id())
                .upsertCommand("tell", "Tells")
                .addOption(OptionType.USER, "user", "Who", true)
                .addOption(OptionType.STRING, "note", "What", true)
                .complete();
    }

    /** What is printed from here on. */
    private String printedBy(String lines) {
        int before = output().length();
        type(lines);
        return output().substring(before);
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
                        .addField("What's next?", "Enjoy", true)
                        .setFooter("Moddy")
                        .build())
                .addComponents(ActionRow.of(Button.primary("a", "Read"), Button.link("https://example.com/x", "More")))
                .setSuppressedNotifications(true)
                .complete();
        Bots.eventually("the box", () -> output().contains("[ Read ]"));
        assertThat(output())
                .contains("Direct message to ada (silent)")
                .contains("│ ▌ Größe — 10 €" + System.lineSeparator())
                .contains("│ ▌ What's next?" + System.lineSeparator())
                .contains("Hi @bob, ends 2026-01-01 00:00 UTC, not *bold*")
                .contains("Plan:")
                .contains("Gold")
                .contains("— Moddy")
                .contains("[ More → https://example.com/x ]");
    }

    @Test
    void runsCommandsAndPressesButtonsAsTheUserThatItIs() {
        registerTell();
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
    void pressesByTheBeginningOfALabelInAnyCaseOrTheOnlyButtonAndNamesWhatThereIs() {
        registerTell();
        assertThat(printedBy("/tell user:bob note:x\npress sen\n")).contains("pressed send:1");
        assertThat(printedBy("/tell user:bob note:x\npress\n")).contains("pressed send:1");
        assertThat(printedBy("/tell user:bob note:x\npress Sent\n"))
                .contains("! no button Sent; there are: Send")
                .doesNotContain("pressed");
    }

    @Test
    void asksWhichButtonWhenSeveralAreMeant() {
        bot.jda()
                .openPrivateChannelById(ada.id())
                .complete()
                .sendMessage("Which?")
                .addComponents(ActionRow.of(Button.primary("a", "Yes, now"), Button.primary("b", "Yes, later")))
                .complete();
        assertThat(printedBy("press yes\n")).contains("! which button?; there are: Yes, now, Yes, later");
        assertThat(printedBy("press YES, L\n")).contains("pressed b");
    }

    @Test
    void aCommandThatFailedLeavesNoOlderButtonToPress() {
        registerTell();
        assertThat(printedBy("/tell user:bob note:x\n/tell\npress Send\n"))
                .contains("! your last command failed, so there is no button")
                .doesNotContain("pressed");
    }

    @Test
    void everyoneKeepsTheButtonsOfTheirOwnLastAnswer() {
        registerTell();
        assertThat(printedBy("/tell user:bob note:x\nas bob\nas ada\npress Send\n"))
                .contains("pressed send:1");
        assertThat(printedBy("/tell user:bob note:x\nas bob\npress Send\n"))
                .contains("! no button is there for bob to press");
    }

    @Test
    void saysWhoThereIsAndTakesNobodyElse() {
        assertThat(printedBy("users\nas zed\ndms nobody\nclose-dms\nas\n"))
                .containsSubsequence("  ada ", ada.id(), "  you, staff", "  bob ", bob.id())
                .contains("! no user zed; there are: ada, bob")
                .contains("! no user nobody; there are: ada, bob")
                .contains("! close-dms needs a name; there are: ada, bob")
                .contains("! as needs a name; there are: ada, bob")
                .doesNotContain("You are");
        assertThat(printedBy("close-dms bob\nUSERS\n")).contains(bob.id() + "  DMs closed");
        assertThat(printedBy("open-dms @Bob\nusers\n"))
                .contains("takes direct messages")
                .doesNotContain("DMs closed");
    }

    @Test
    void runsACommandAsSomebodyElseInOneLine() {
        registerTell();
        assertThat(printedBy("as bob /tell user:ada note:x\n"))
                .contains("You are bob")
                .contains("Answer to /tell (only bob sees this)");
    }

    @Test
    void hintsAtHowTheCommandIsWritten() {
        registerTell();
        bot.jda()
                .getGuildById(guild.id())
                .upsertCommand("plain", "Has no options")
                .complete();
        assertThat(printedBy("/tell bob\n")).contains("! /tell takes its options by name: write user:bob");
        assertThat(printedBy("/tell user:zed note:x\n")).contains("! no user zed; there are: ada, bob");
        assertThat(printedBy("/plain now\n")).contains("! /plain has no options; write it alone");
        assertThat(printedBy("dm /plain\n")).contains("! no command is there in direct messages");
        assertThat(printedBy("/plain\n")).contains("Answer to /plain ─");
    }

    @Test
    void saysNoneWhenThereAreNoProblemsAndTakesHelpInAnyForm() {
        assertThat(printedBy("problems\n")).isEqualToIgnoringNewLines("none");
        assertThat(printedBy("?\n")).contains("close-dms NAME");
        assertThat(printedBy("HELP\n")).contains("press Send the test");
    }

    @Test
    void titlesAreBoldOnlyWhereATerminalShowsThem() throws Exception {
        JsonNode message = new ObjectMapper().readTree("{\"embeds\":[{\"title\":\"News\"}]}");
        ShownText text = new ShownText(id -> id, discord.now());
        assertThat(MessageBox.of("To ada", message, text, true)).contains("│ ▌ \u001b[1mNews\u001b[0m");
        assertThat(MessageBox.of("To ada", message, text, false))
                .contains("│ ▌ News")
                .doesNotContain("\u001b");
    }

    @Test
    void saysWhatIsWrongAndGoesOn() {
        type("fly\npress Nothing\n/nothing\nhelp\n");
        assertThat(output())
                .contains("! Unknown: fly; try help")
                .contains("! No command /nothing in guild Moddy HQ")
                .contains("! no button is there for ada to press")
                .contains("close-dms NAME");
    }
}
