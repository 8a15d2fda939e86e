package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.RawBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are broken before any route could look at them, and paths that are no route. */
class WireTest {
    private static final String TOO_BIG_FOR_64_BITS = "18446744073709551616";

    private final DiscordSandbox discord =
            DiscordSandbox.builder().withoutRateLimits().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void stop() {
        discord.close();
    }

    private void assertRefused(Reply reply, int status, int code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void refusesIdsOfMoreThan64Bits() {
        assertRefused(bot.get("channels/" + TOO_BIG_FOR_64_BITS), 400, 50035);
        String messages = bot.messagesWith(ada);
        assertRefused(bot.get(messages + "/" + TOO_BIG_FOR_64_BITS), 400, 50035);
        assertRefused(bot.get(messages + "?before=" + TOO_BIG_FOR_64_BITS), 400, 50035);
        bot.post(messages, "{\"content\":\"x\"}");
        assertRefused(bot.get(messages + "?after=" + TOO_BIG_FOR_64_BITS), 400, 50035);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"content\":\"x\"} trailing", "{\"content\":\"x\"}{}", "{\"content\":\"x\"}]"})
    void refusesWhatComesAfterTheValue(String body) {
        assertRefused(bot.post(bot.messagesWith(ada), body), 400, 50109);
        assertThat(ada.directMessages()).isEmpty();
    }

    @Test
    void refusesAReasonThatIsNotEncoded() {
        String path = "guilds/" + guild.id() + "/members/" + ada.id() + "/roles/"
                + guild.role("Staff").id();
        assertRefused(bot.withHeader("PUT", path, "X-Audit-Log-Reason", "100%"), 400, 50035);
        assertThat(guild.auditLog()).isEmpty();
    }

    @Test
    void refusesABodyOf30Megabytes() {
        String messages = bot.messagesWith(ada);
        assertRefused(bot.post(messages, "{\"content\":\"" + "x".repeat(30_000_000) + "\"}"), 413, 40005);
        assertThat(discord.calls("POST /channels/{channel_id}/messages"))
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isEqualTo(413));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v9/users/@me", "/", "/foo", "/api/v10", "/api/v10/nonsense"})
    void aPathThatIsNoRouteIsAProblem(String path) {
        Reply reply = bot.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).isEqualTo("{\"message\":\"404: Not Found\",\"code\":0}");
        assertThat(discord.problems()).singleElement().asString().contains("Unknown route: GET ");
        assertThat(discord.calls()).hasSize(1);
    }

    @Test
    void anErrorOfTheSandboxItselfIsAProblem() {
        discord.onMessage(message -> {
            throw new IllegalStateException("a listener's own");
        });
        bot.post(bot.messagesWith(ada), "{\"content\":\"x\"}");
        Bots.eventually("the problem", () -> discord.problems().toString().contains("a listener's own"));
    }
}
