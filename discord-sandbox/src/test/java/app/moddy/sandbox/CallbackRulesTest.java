package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.RawBot.Reply;
import app.moddy.sandbox.RawBot.Socket;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord refuses among answers to interactions, where JDA would refuse before. */
class CallbackRulesTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final RawBot bot = new RawBot(discord);
    private final Socket socket = bot.connect();

    @BeforeEach
    void logIn() throws Exception {
        socket.send(bot.identify(1)).next("GUILD_CREATE");
        bot.put(
                "applications/" + discord.botId() + "/guilds/" + guild.id() + "/commands",
                "[{\"name\":\"c\",\"description\":\"d\"}]");
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    private String callback(JsonNode interaction) {
        return "interactions/" + interaction.path("id").asText() + "/"
                + interaction.path("token").asText() + "/callback";
    }

    private JsonNode run() throws Exception {
        ada.runs("/c");
        return socket.next("INTERACTION_CREATE").path("d");
    }

    @Test
    void theInteractionHasWhatDiscordSends() throws Exception {
        JsonNode interaction = run();
        assertThat(interaction.path("type").asInt()).isEqualTo(2);
        assertThat(interaction.path("guild").path("id").asText()).isEqualTo(guild.id());
        assertThat(interaction.path("channel").path("permissions").asText()).matches("\\d+");
        assertThat(interaction.path("context").asInt()).isZero();
        assertThat(interaction.at("/authorizing_integration_owners/0").asText()).isEqualTo(guild.id());
        assertThat(interaction.at("/member/user/id").asText()).isEqualTo(ada.id());
        assertThat(interaction.at("/data/guild_id").asText()).isEqualTo(guild.id());
        assertThat(interaction.has("user")).isFalse();
    }

    @Test
    void answers40060ToASecondCallback() throws Exception {
        String callback = callback(run());
        assertThat(bot.post(callback, "{\"type\":4,\"data\":{\"content\":\"x\"}}")
                        .status())
                .isEqualTo(204);
        Reply second = bot.post(callback, "{\"type\":4,\"data\":{\"content\":\"y\"}}");
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.code()).isEqualTo(40060);
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void answersWithTheMessageWhenAsked() throws Exception {
        Reply reply = bot.post(callback(run()) + "?with_response=true", "{\"type\":4,\"data\":{\"content\":\"x\"}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/resource/message/content").asText()).isEqualTo("x");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void answers10015ToAFollowUpBeforeTheFirstResponse() throws Exception {
        String webhook =
                "webhooks/" + discord.botId() + "/" + run().path("token").asText();
        Reply reply = bot.post(webhook, "{\"content\":\"x\"}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo(10015);
    }

    @Test
    void refusesCallbacksThatDoNotFitTheInteraction() throws Exception {
        String callback = callback(run());
        for (int type : new int[] {6, 7, 8, 99}) {
            Reply reply = bot.post(callback, "{\"type\":" + type + ",\"data\":{\"choices\":[]}}");
            assertThat(reply.formError("type")).as("type " + type).isNotEmpty();
        }
    }

    @Test
    void refusesModalsLoudly() throws Exception {
        assertThat(bot.post(callback(run()), "{\"type\":9,\"data\":{}}").code()).isEqualTo(50035);
        assertThat(discord.problems()).anyMatch(problem -> problem.contains("no modals"));
    }

    @Test
    void namesThePlaceOfAnErrorBelowData() throws Exception {
        String tooLong = "x".repeat(2001);
        Reply reply = bot.post(callback(run()), "{\"type\":4,\"data\":{\"content\":\"" + tooLong + "\"}}");
        assertThat(reply.formError("data.content")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void anEphemeralAnswerIsNotFoundInItsChannel() throws Exception {
        JsonNode interaction = run();
        bot.post(callback(interaction), "{\"type\":4,\"data\":{\"content\":\"x\",\"flags\":64}}");
        String original =
                "webhooks/" + discord.botId() + "/" + interaction.path("token").asText() + "/messages/@original";
        String id = bot.get(original).json().path("id").asText();
        String channel = "channels/" + interaction.path("channel_id").asText() + "/messages";
        assertThat(bot.get(channel + "/" + id).code()).isEqualTo(10008);
        assertThat(bot.get(channel).json()).isEmpty();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void theSixthFollowUpWithinTheWindowIs429() throws Exception {
        JsonNode interaction = run();
        bot.post(callback(interaction), "{\"type\":4,\"data\":{\"content\":\"x\"}}");
        String webhook =
                "webhooks/" + discord.botId() + "/" + interaction.path("token").asText();
        for (int i = 0; i < 5; i++) {
            assertThat(bot.post(webhook, "{\"content\":\"x\"}").status()).isEqualTo(200);
        }
        assertThat(bot.post(webhook, "{\"content\":\"x\"}").status()).isEqualTo(429);
    }
}
