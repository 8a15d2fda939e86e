package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.sandbox.RawBot.Reply;
import net.dv8tion.jda.api.entities.UserSnowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what over REST, and how it is refused. */
class RestRulesTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";

    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().globalRateLimit(20).start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void stop() {
        discord.close();
    }

    private void assertNoProblems() {
        assertThat(discord.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "Bot nonsense", "Bearer x"},
            nullValues = "null")
    void answers401WithoutTheToken(String authorization) {
        Reply reply = bot.send("GET", "users/@me", null, authorization, "application/json");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEqualTo("{\"message\":\"401: Unauthorized\",\"code\":0}");
        assertNoProblems();
    }

    @Test
    void everyReadableRouteAnswersInTheFormOfDiscordsFile() {
        String channel = "channels/" + guild.channel("general").id();
        bot.post(channel + "/messages", "{\"content\":\"hello <@" + ada.id() + ">\"}");
        for (String path : new String[] {
            "gateway",
            "gateway/bot",
            "users/@me",
            "users/" + ada.id(),
            "applications/@me",
            "oauth2/applications/@me",
            channel,
            channel + "/messages?limit=1",
            "guilds/" + guild.id() + "?with_counts=true",
            "guilds/" + guild.id() + "/roles",
            "guilds/" + guild.id() + "/channels",
            "guilds/" + guild.id() + "/members/" + ada.id(),
            "applications/" + discord.botId() + "/commands"
        }) {
            assertThat(bot.get(path).status()).as(path).isEqualTo(200);
        }
        assertNoProblems();
    }

    @Test
    void anUnknownPathIs404AndAProblem() {
        assertThat(bot.get("nothing/here").text()).isEqualTo("{\"message\":\"404: Not Found\",\"code\":0}");
        assertThat(bot.put("users/@me", "{}").status()).isEqualTo(405);
        assertThat(discord.problems())
                .containsExactly("Unknown route: GET /nothing/here", "Unknown route: PUT /users/@me");
        assertThatThrownBy(() -> discord.on("GET /nothing")).hasMessageContaining("No route GET /nothing");
    }

    @Test
    void aBodyThatBreaksTheSchemaIsAProblemThatNamesThePlace() {
        bot.post(bot.messagesWith(ada), "{\"content\":\"x\",\"tts\":\"maybe\"}");
        assertThat(discord.problems())
                .singleElement()
                .asString()
                .contains(SEND + " request")
                .contains("/tts");
    }

    @ParameterizedTest
    @CsvSource({"users/1, 404, 10013", "users/abc, 400, 50035", "channels/1, 404, 10003", "guilds/1, 404, 10004"})
    void unknownThingsHaveTheirCodes(String path, int status, int code) {
        Reply reply = bot.get(path);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertNoProblems();
    }

    @Test
    void opensTheSameChannelEachTime() {
        assertThat(bot.messagesWith(ada)).isEqualTo(bot.messagesWith(ada));
        String number = "{\"recipient_id\":" + ada.id() + "}";
        assertThat("channels/"
                        + bot.post("users/@me/channels", number)
                                .json()
                                .path("id")
                                .asText() + "/messages")
                .isEqualTo(bot.messagesWith(ada));
        assertNoProblems();
    }

    @Test
    void refusesToOpenAChannelWithItselfAndToWriteToBots() {
        String self = "{\"recipient_id\":\"" + discord.botId() + "\"}";
        assertThat(bot.post("users/@me/channels", self).code()).isEqualTo(50033);
        assertThat(bot.post("users/@me/channels", "{}").formError("recipient_id"))
                .isEqualTo("BASE_TYPE_REQUIRED");
        Reply toBot = bot.post(bot.messagesWith(discord.botUser("other-bot")), "{\"content\":\"x\"}");
        assertThat(toBot.status()).isEqualTo(403);
        assertThat(toBot.code()).isEqualTo(50007);
        assertNoProblems();
    }

    @Test
    void refusesGuildChannelsWithoutPermissionAndAfterLeaving() {
        String messages = "channels/" + guild.channel("general").id() + "/messages";
        assertThat(bot.post(messages, "{\"content\":\"x\"}").status()).isEqualTo(200);
        guild.removeBot();
        assertThat(bot.post(messages, "{\"content\":\"x\"}").code()).isEqualTo(50001);
        assertThat(bot.get("guilds/" + guild.id()).code()).isEqualTo(10004);
        assertThat(bot.post(bot.messagesWith(ada), "{\"content\":\"x\"}").code())
                .isEqualTo(50278);
        assertNoProblems();
    }

    @Test
    void listsMessagesNewestFirstBetweenTwoIds() {
        String messages = "channels/" + guild.channel("general").id() + "/messages";
        String[] ids = new String[4];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = bot.post(messages, "{\"content\":\"" + i + "\"}")
                    .json()
                    .path("id")
                    .asText();
        }
        assertThat(bot.get(messages + "?limit=2").json().findValuesAsText("content"))
                .containsExactly("3", "2");
        assertThat(bot.get(messages + "?before=" + ids[2]).json().findValuesAsText("content"))
                .containsExactly("1", "0");
        assertThat(bot.get(messages + "?limit=1&after=" + ids[1]).json().findValuesAsText("content"))
                .containsExactly("2");
        assertThat(bot.get(messages + "?limit=101").code()).isEqualTo(50035);
        assertNoProblems();
    }

    @Test
    void tokenWebhooksNeedNoAuthorizationButAKnownToken() {
        String webhook = "webhooks/" + discord.botId() + "/nonsense";
        assertThat(bot.send("POST", webhook, "{\"content\":\"x\"}", null, "application/json")
                        .code())
                .isEqualTo(50027);
        assertThat(bot.send("POST", "webhooks/1/x", "{\"content\":\"x\"}", null, "application/json")
                        .code())
                .isEqualTo(10015);
        assertNoProblems();
    }

    @Test
    void recordsCallsWithHeadersAndBodies() {
        bot.post(bot.messagesWith(ada), "{\"content\":\"x\"}");
        assertThat(discord.calls(SEND)).singleElement().satisfies(call -> {
            assertThat(call.json().path("content").asText()).isEqualTo("x");
            assertThat(call.responseJson().path("content").asText()).isEqualTo("x");
            assertThat(call.headers()).containsEntry("authorization", "Bot " + discord.token());
            assertThat(call.status()).isEqualTo(200);
        });
    }

    @Test
    void aReasonOfMoreThan512CharactersIsAProblem() {
        guild.role("Staff");
        try (Bots.Bot jda = Bots.login(discord)) {
            var jdaGuild = jda.jda().getGuildById(guild.id());
            var role = jdaGuild.getRolesByName("Staff", false).get(0);
            jdaGuild.addRoleToMember(UserSnowflake.fromId(ada.id()), role)
                    .reason("x".repeat(513))
                    .complete();
        }
        assertThat(discord.problems()).singleElement().asString().contains("reason of 513 characters");
    }
}
