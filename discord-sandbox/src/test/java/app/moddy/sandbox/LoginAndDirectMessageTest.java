package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.sandbox.Bots.Bot;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginAndDirectMessageTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada", 123456789012345678L).joins(guild);

    @AfterEach
    void endsWithoutProblems() {
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void jdaLogsInWithZlibAndSeesTheGuild() {
        try (Bot bot = Bots.login(discord)) {
            assertThat(bot.jda().getGuildById(guild.id()).getName()).isEqualTo("Moddy HQ");
            assertThat(bot.jda().getSelfUser().getId()).isEqualTo(discord.botId());
            assertThat(discord.gateway().identifies()).isEqualTo(1);
        }
    }

    @Test
    void jdaLogsInWithoutCompression() {
        try (Bot bot = Bots.login(discord, builder -> builder.setCompression(Compression.NONE))) {
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void refusesAnotherToken() {
        discord.refuseToken();
        assertThatThrownBy(() -> Bots.login(discord)).isInstanceOf(InvalidTokenException.class);
        discord.acceptToken();
        try (Bot bot = Bots.login(discord)) {
            assertThat(bot.jda().getGuilds()).hasSize(1);
        }
    }

    @Test
    void deliversADirectMessageInTwoCalls() {
        try (Bot bot = Bots.login(discord)) {
            PrivateChannel channel = open(bot, ada);
            Message sent = channel.sendMessageEmbeds(new EmbedBuilder()
                            .setTitle("Welcome")
                            .setDescription("Glad you are here")
                            .setColor(0x112233)
                            .addField("Plan", "Gold", true)
                            .setFooter("Moddy")
                            .setTimestamp(discord.now())
                            .build())
                    .setNonce("evt-1")
                    .setSuppressedNotifications(true)
                    .setAllowedMentions(List.of())
                    .complete();
            SandboxMessage seen = ada.awaitDirectMessage();
            assertThat(seen.id()).isEqualTo(sent.getId());
            assertThat(seen.nonce()).isEqualTo("evt-1");
            assertThat(seen.isSilent()).isTrue();
            assertThat(seen.embeds()).singleElement().satisfies(embed -> {
                assertThat(embed.title()).isEqualTo("Welcome");
                assertThat(embed.colour()).isEqualTo(0x112233);
                assertThat(embed.fields()).containsExactly(new SandboxField("Plan", "Gold", true));
            });
            assertThat(discord.calls())
                    .extracting(SandboxCall::route)
                    .containsExactly(
                            "GET /users/@me", "POST /users/@me/channels", "POST /channels/{channel_id}/messages");
        }
    }

    @Test
    void returnsTheEarlierMessageForTheSameNonceWithinFiveMinutes() {
        try (Bot bot = Bots.login(discord)) {
            PrivateChannel channel = open(bot, ada);
            String first = channel.sendMessage("one").setNonce("n").complete().getId();
            assertThat(channel.sendMessage("one").setNonce("n").complete().getId())
                    .isEqualTo(first);
            discord.advance(Duration.ofMinutes(5));
            assertThat(channel.sendMessage("one").setNonce("n").complete().getId())
                    .isNotEqualTo(first);
            assertThat(ada.directMessages()).hasSize(2);
        }
    }

    @Test
    void answersUnknownMessageWhenTheMessageOfTheNonceIsDeleted() {
        try (Bot bot = Bots.login(discord)) {
            PrivateChannel channel = open(bot, ada);
            channel.sendMessage("one").setNonce("n").complete().delete().complete();
            assertThat(errorOf(() -> channel.sendMessage("one").setNonce("n").complete()))
                    .isEqualTo(ErrorResponse.UNKNOWN_MESSAGE);
            assertThat(ada.directMessages()).isEmpty();
        }
    }

    @Test
    void fetchedEditedAndListedMessagesHaveNoNonce() {
        try (Bot bot = Bots.login(discord)) {
            PrivateChannel channel = open(bot, ada);
            Message sent = channel.sendMessage("before").setNonce("n").complete();
            assertThat(sent.getNonce()).isEqualTo("n");
            assertThat(sent.editMessage("after").complete().getContentRaw()).isEqualTo("after");
            assertThat(channel.retrieveMessageById(sent.getId()).complete().getNonce())
                    .isNull();
            channel.sendMessage("second").complete();
            assertThat(channel.getHistory().retrievePast(10).complete())
                    .extracting(Message::getContentRaw)
                    .containsExactly("second", "after");
            assertThat(ada.directMessages().get(0).isEdited()).isTrue();
        }
    }

    @Test
    void refusesWhoSharesNoGuildWhoClosedDmsAndWhoRefusesTheChannel() {
        try (Bot bot = Bots.login(discord)) {
            SandboxUser stranger = discord.user("stranger");
            assertThat(errorOf(() -> open(bot, stranger).sendMessage("x").complete()))
                    .isEqualTo(ErrorResponse.NO_MUTUAL_GUILDS);
            SandboxUser dan = discord.user("dan").joins(guild).closesDms();
            assertThat(errorOf(() -> open(bot, dan).sendMessage("x").complete()))
                    .isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER);
            dan.opensDms().refusesDmChannel();
            assertThat(errorOf(() -> open(bot, dan))).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER);
            dan.opensDms();
            open(bot, dan).sendMessage("x").complete();
            assertThat(dan.awaitDirectMessage().content()).isEqualTo("x");
        }
    }

    @Test
    void refusesUnknownRecipients() {
        try (Bot bot = Bots.login(discord)) {
            assertThat(errorOf(() -> bot.jda().openPrivateChannelById(1L << 40).complete()))
                    .isEqualTo(ErrorResponse.UNKNOWN_USER);
        }
    }

    private static PrivateChannel open(Bot bot, SandboxUser user) {
        return bot.jda().openPrivateChannelById(user.id()).complete();
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
