package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.Bots.Bot;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults and 429s as JDA meets them. */
class FaultsAndLimitsTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final String OPEN = "POST /users/@me/channels";

    private final DiscordSandbox discord = DiscordSandbox.builder()
            .checkingSchema()
            .rateLimit(SEND, 5, Duration.ofSeconds(1))
            .start();
    private final SandboxUser ada = discord.user("ada").joins(discord.guild("Moddy HQ"));
    private final Bot bot = Bots.login(discord);
    private final JDA jda = bot.jda();

    @AfterEach
    void endsWithoutProblems() {
        bot.close();
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    private PrivateChannel open() {
        return jda.openPrivateChannelById(ada.id()).complete();
    }

    private ErrorResponseException failure() {
        try {
            open().sendMessage("x").complete();
        } catch (ErrorResponseException error) {
            return error;
        }
        throw new AssertionError("No error");
    }

    @Test
    void anErrorHitsTheNextCallOnly() {
        discord.on(SEND).failNext(SandboxFault.error(403, 20026, "Your bot has been flagged"));
        assertThat(failure().getErrorCode()).isEqualTo(20026);
        open().sendMessage("x").complete();
        assertThat(ada.awaitDirectMessage().content()).isEqualTo("x");
    }

    @Test
    void aCountedFaultHitsThatManyCallsAndHealEndsAPermanentOne() {
        discord.on(SEND).fail(2, SandboxFault.error(403, 50007, "Cannot send messages to this user"));
        assertThat(failure().getErrorResponse()).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER);
        assertThat(failure().getErrorResponse()).isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER);
        open().sendMessage("x").complete();
        discord.on(SEND).failAlways(SandboxFault.status(500));
        assertThat(failure().isServerError()).isTrue();
        assertThat(failure().getErrorCode()).isZero();
        discord.on(SEND).heal();
        open().sendMessage("y").complete();
    }

    @Test
    void jdaTriesAgainAfterABadGateway() {
        discord.on(SEND).failNext(SandboxFault.badGateway());
        open().sendMessage("x").complete();
        assertThat(discord.calls(SEND)).extracting(SandboxCall::status).containsExactly(502, 200);
    }

    @Test
    void jdaWaitsAndTriesAgainAfterALimitOfItsBucket() {
        discord.on(SEND).failNext(SandboxFault.rateLimited(0.2));
        open().sendMessage("x").complete();
        assertThat(discord.calls(SEND)).extracting(SandboxCall::status).containsExactly(429, 200);
        assertThat(ada.directMessages()).hasSize(1);
    }

    @Test
    void jdaWaitsAndTriesAgainAfterTheGlobalLimit() {
        discord.on(OPEN).failNext(SandboxFault.rateLimited(0.2, true));
        open();
        assertThat(discord.calls(OPEN)).extracting(SandboxCall::status).containsExactly(429, 200);
    }

    @Test
    void jdaWaitsAndTriesAgainAfterABanByCloudflare() {
        discord.on(SEND).failNext(SandboxFault.cloudflareBan(1));
        open().sendMessage("x").complete();
        assertThat(discord.calls(SEND)).extracting(SandboxCall::status).containsExactly(429, 200);
        assertThat(discord.calls(SEND).get(0).responseBody()).contains("1015");
    }

    @Test
    void jdaPacesItselfByTheHeadersOfTheBucket() {
        PrivateChannel channel = open();
        for (int i = 0; i < 7; i++) {
            channel.sendMessage("m" + i).complete();
        }
        assertThat(ada.directMessages())
                .extracting(SandboxMessage::content)
                .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6");
        assertThat(discord.calls(SEND)).extracting(SandboxCall::status).containsOnly(200);
    }

    @Test
    void aConnectionThatDropsAfterTheDeedMakesOneMessageOnly() {
        PrivateChannel channel = open();
        discord.on(SEND).failNext(SandboxFault.dropAfterProcessing());
        channel.sendMessage("once").setNonce("evt-7").complete();
        List<SandboxCall> calls = discord.calls(SEND);
        assertThat(calls).hasSizeGreaterThan(1);
        assertThat(calls.get(0).status()).isZero();
        assertThat(ada.directMessages()).singleElement().satisfies(message -> {
            assertThat(message.nonce()).isEqualTo("evt-7");
            assertThat(message.timestamp()).isBefore(calls.get(1).time());
        });
    }

    @Test
    void aConnectionThatDropsBeforeTheDeedMakesNoMessage() {
        PrivateChannel channel = open();
        discord.on(SEND).failAlways(SandboxFault.dropConnection());
        assertThat(failure().getErrorCode()).isEqualTo(-1);
        assertThat(channel.getHistory().retrievePast(1).complete()).isEmpty();
    }

    @Test
    void aDelayEndsInTheUsualAnswer() {
        discord.on(SEND).failNext(SandboxFault.delay(Duration.ofMillis(300)));
        long begin = System.nanoTime();
        open().sendMessage("late").complete();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));
        assertThat(ada.directMessages()).hasSize(1);
    }

    @Test
    void aHangingCallIsLoggedWithoutAnAnswer() {
        PrivateChannel channel = open();
        discord.on(SEND).failNext(SandboxFault.hangAfterProcessing());
        var call = channel.sendMessage("x").submit();
        assertThat(ada.awaitDirectMessage().content()).isEqualTo("x");
        Bots.eventually("the call in the log", () -> discord.calls(SEND).size() == 1);
        assertThat(call).isNotDone();
        assertThat(discord.calls(SEND).get(0).status()).isZero();
    }

    @Test
    void garbageIsAnsweredInPlaceOfTheMessage() {
        open();
        RawBot raw = new RawBot(discord);
        String messages = raw.messagesWith(ada);
        discord.on(SEND).failNext(SandboxFault.garbage());
        RawBot.Reply reply = raw.post(messages, "{\"content\":\"x\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().isMissingNode()).isTrue();
        assertThat(ada.directMessages()).hasSize(1);
    }

    @Test
    void onlyABanByCloudflareHasNoVia() {
        RawBot raw = new RawBot(discord);
        discord.on(OPEN).failNext(SandboxFault.cloudflareBan(3)).failNext(SandboxFault.rateLimited(0.5));
        String recipient = "{\"recipient_id\":\"" + ada.id() + "\"}";
        assertThat(raw.post("users/@me/channels", recipient).headers())
                .containsEntry("Retry-After", "3")
                .doesNotContainKey("Via");
        assertThat(raw.post("users/@me/channels", recipient).headers())
                .containsEntry("Retry-After", "1")
                .containsKey("Via");
        assertThat(raw.post("users/@me/channels", recipient).headers()).containsKey("Via");
    }

    @Test
    void aFaultOfALimitHasTheHeadersOfItsBucket() {
        RawBot raw = new RawBot(discord);
        String messages = raw.messagesWith(ada);
        String bucket = raw.post(messages, "{\"content\":\"x\"}").headers().get("X-RateLimit-Bucket");
        discord.on(SEND).failNext(SandboxFault.rateLimited(2.5)).failNext(SandboxFault.rateLimited(2.5, true));
        assertThat(raw.post(messages, "{\"content\":\"x\"}").headers())
                .containsEntry("X-RateLimit-Bucket", bucket)
                .containsEntry("X-RateLimit-Limit", "5")
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("X-RateLimit-Scope", "user")
                .containsEntry("Retry-After", "3")
                .hasEntrySatisfying(
                        "X-RateLimit-Reset-After",
                        left -> assertThat(Double.parseDouble(left)).isBetween(2.4, 2.5));
        assertThat(raw.post(messages, "{\"content\":\"x\"}").headers())
                .containsEntry("X-RateLimit-Scope", "global")
                .doesNotContainKey("X-RateLimit-Bucket");
    }

    @Test
    void aSharedLimitSaysSoAndHasItsCode() {
        RawBot raw = new RawBot(discord);
        discord.on(OPEN).failNext(SandboxFault.rateLimitedShared(1, 20028));
        RawBot.Reply reply = raw.post("users/@me/channels", "{\"recipient_id\":\"" + ada.id() + "\"}");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo(20028);
        assertThat(reply.json().path("message").asText()).isEqualTo("The resource is being rate limited.");
        assertThat(reply.json().path("global").asBoolean(true)).isFalse();
        assertThat(reply.headers()).containsEntry("X-RateLimit-Scope", "shared");
        discord.on(SEND).failNext(SandboxFault.rateLimitedShared(0.2, 20016));
        open().sendMessage("x").complete();
        assertThat(discord.calls(SEND)).extracting(SandboxCall::status).containsExactly(429, 200);
    }
}
