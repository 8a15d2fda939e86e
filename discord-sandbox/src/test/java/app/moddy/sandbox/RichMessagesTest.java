package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.Bots.Bot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that a message or a command may consist of comes back in the form of Discord's file. */
class RichMessagesTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final Bot bot = Bots.login(discord);
    private final PrivateChannel channel =
            bot.jda().openPrivateChannelById(ada.id()).complete();

    @AfterEach
    void endsWithoutProblems() {
        bot.close();
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void anEmbedWithEverything() {
        String picture = "https://example.com/p.png";
        channel.sendMessageEmbeds(new EmbedBuilder()
                        .setTitle("T", "https://example.com")
                        .setDescription("D")
                        .setAuthor("A", "https://example.com/a", picture)
                        .setImage(picture)
                        .setThumbnail(picture)
                        .setFooter("F", picture)
                        .setTimestamp(discord.now())
                        .addField("n", "v", false)
                        .addBlankField(true)
                        .setColor(0)
                        .build())
                .complete();
        assertThat(ada.awaitDirectMessage().embeds()).singleElement().satisfies(embed -> {
            assertThat(embed.author()).isEqualTo("A");
            assertThat(embed.image()).isEqualTo(picture);
            assertThat(embed.timestamp()).isNotEmpty();
            assertThat(embed.fields()).hasSize(2);
        });
    }

    @Test
    void rowsOfButtonsAndASelection() {
        channel.sendMessage("pick")
                .addComponents(
                        ActionRow.of(
                                Button.primary("a", "A").withEmoji(Emoji.fromUnicode("🎉")),
                                Button.danger("b", "B").asDisabled(),
                                Button.link("https://example.com", "L")),
                        ActionRow.of(StringSelectMenu.create("s")
                                .addOption("One", "1")
                                .build()))
                .complete();
        assertThat(ada.awaitDirectMessage().buttons())
                .extracting(SandboxButton::label)
                .containsExactly("A", "B", "L");
    }

    @Test
    void componentsV2() {
        channel.sendMessageComponents(Container.of(
                        TextDisplay.of("Hello"),
                        Separator.createDivider(Separator.Spacing.SMALL),
                        ActionRow.of(Button.primary("deep", "Deep"))))
                .useComponentsV2()
                .complete();
        SandboxMessage seen = ada.awaitDirectMessage();
        assertThat(seen.content()).isEmpty();
        assertThat(seen.buttons()).extracting(SandboxButton::customId).containsExactly("deep");
    }

    @Test
    void aCommandWithLocalizationsAndBounds() {
        var command = Commands.slash("rich", "Rich")
                .setNameLocalization(DiscordLocale.FRENCH, "riche")
                .setDescriptionLocalization(DiscordLocale.FRENCH, "Riche")
                .addOptions(
                        new OptionData(OptionType.INTEGER, "n", "N", true).setRequiredRange(1, 5),
                        new OptionData(OptionType.STRING, "s", "S").setRequiredLength(1, 10),
                        new OptionData(OptionType.NUMBER, "d", "D").addChoice("half", 0.5));
        bot.jda().getGuildById(guild.id()).updateCommands().addCommands(command).complete();
        bot.jda()
                .updateCommands()
                .addCommands(command, Commands.user("Card"), Commands.message("Report"))
                .complete();
        assertThat(discord.globalCommands()).hasSize(3);
        assertThat(bot.jda()
                        .retrieveCommands(true)
                        .complete()
                        .get(0)
                        .getNameLocalizations()
                        .toMap())
                .containsEntry(DiscordLocale.FRENCH, "riche");
    }

    @Test
    void mentionsFollowWhatIsAllowed() {
        String content = "<@" + ada.id() + ">";
        Message pinged = channel.sendMessage(content).complete();
        Message silent =
                channel.sendMessage(content).setAllowedMentions(List.of()).complete();
        assertThat(pinged.getMentions().getUsers()).hasSize(1);
        assertThat(new RawBot(discord)
                        .get("channels/" + channel.getId() + "/messages/" + silent.getId())
                        .json()
                        .path("mentions"))
                .isEmpty();
    }

    @Test
    void listenersHearOfEveryMessageInOrder() {
        List<String> heard = new CopyOnWriteArrayList<>();
        discord.onMessage(message -> heard.add(message.recipient() + ":" + message.content()));
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            channel.sendMessage("m" + i).complete();
            wanted.add("ada:m" + i);
        }
        Bots.eventually("four messages", () -> heard.size() == 4);
        assertThat(heard).isEqualTo(wanted);
    }
}
