package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a test may say of users, guilds and limits, and what it is told when it is wrong. */
class WorldRulesTest {
    private static final String COMMAND = "{\"name\":\"ping\",\"description\":\"d\"}";

    private final DiscordSandbox discord = DiscordSandbox.start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void theBotItselfIsNoUser() {
        long id = Long.parseLong(discord.botId());
        assertThatThrownBy(() -> discord.user("moddy")).hasMessageContaining("is the bot itself");
        assertThatThrownBy(() -> discord.user("moddy", id)).hasMessageContaining("is the bot itself");
        assertThatThrownBy(() -> discord.botUser("moddy")).hasMessageContaining("is the bot itself");
    }

    @Test
    void aHumanIsNoBotAndABotNoHuman() {
        discord.user("ada");
        discord.botUser("robot");
        assertThatThrownBy(() -> discord.botUser("ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ada is a human: user(\"ada\") returns it");
        assertThatThrownBy(() -> discord.user("robot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("robot is a bot: botUser(\"robot\") returns it");
    }

    @Test
    void theOwnersAreNotFoundByTheirNames() {
        String owner = bot.get("applications/@me").json().at("/owner/id").asText();
        String guildOwner =
                bot.get("guilds/" + guild.id()).json().path("owner_id").asText();
        assertThat(discord.user("developer").id()).isNotEqualTo(owner);
        assertThat(discord.user("owner-of-" + guild.id()).id()).isNotEqualTo(guildOwner);
        assertThat(bot.get("users/" + owner).status()).isEqualTo(200);
    }

    @Test
    void aRoleOfAnotherGuildIsRefusedBeforeAnythingHappens() {
        SandboxUser ada = discord.user("ada");
        SandboxRole foreign = discord.guild("Second").role("Staff");
        assertThatThrownBy(() -> ada.joins(guild, foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The role Staff is of Second, not of Moddy HQ");
        assertThat(bot.get("guilds/" + guild.id() + "/members/" + ada.id()).code())
                .isEqualTo(10007);
    }

    @Test
    void aRateLimitForNoRouteIsRefused() {
        SandboxBuilder typo = DiscordSandbox.builder().rateLimit("POST /mesages", 1, Duration.ofSeconds(1));
        assertThatThrownBy(typo::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[POST /mesages]")
                .hasMessageContaining("POST /channels/{channel_id}/messages")
                .hasMessageContaining("member roles");
    }

    @Test
    void aGuildWithoutTheBotHasNoCommands() throws Exception {
        String commands = "applications/" + discord.botId() + "/guilds/" + guild.id() + "/commands";
        String global = "applications/" + discord.botId() + "/commands";
        SandboxPlace place = discord.user("ada").joins(guild).in(guild);
        RawBot.Socket socket = bot.connect().send(bot.identify(1));
        socket.next("GUILD_CREATE");
        bot.post(commands, COMMAND);
        bot.post(global, COMMAND.replace("ping", "everywhere"));
        guild.removeBot();
        socket.next("GUILD_DELETE");
        assertThat(discord.commands(guild)).isEmpty();
        for (String command : new String[] {"/ping", "/everywhere"}) {
            assertThatThrownBy(() -> place.runs(command))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The bot is not in the guild Moddy HQ");
        }
        RawBot.Reply refused = bot.put(commands, "[]");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(50001);
    }

    @Test
    void anInvitedBotIsBackAsItWas() throws Exception {
        RawBot.Socket socket = bot.connect().send(bot.identify(1));
        socket.next("GUILD_CREATE");
        guild.removeBot();
        guild.inviteBot();
        guild.inviteBot();
        var event = socket.next("GUILD_CREATE").path("d");
        assertThat(event.path("id").asText()).isEqualTo(guild.id());
        assertThat(event.at("/members/0/roles/0").asText())
                .isEqualTo(guild.botRole().id());
        discord.guild("Second");
        assertThat(socket.next("GUILD_CREATE").at("/d/name").asText()).isEqualTo("Second");
        assertThat(bot.get("guilds/" + guild.id()).status()).isEqualTo(200);
    }

    @Test
    void withoutACallLogNobodyGetsToAskForIt() {
        try (DiscordSandbox silent = DiscordSandbox.builder().withoutCallLog().start()) {
            assertThat(new RawBot(silent).get("users/@me").status()).isEqualTo(200);
            assertThatThrownBy(silent::calls)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The log of calls is off");
        }
    }
}
