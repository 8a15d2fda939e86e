package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.RawBot.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits of buckets and the global one, without a client that paces itself. */
class RateLimitsTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().globalRateLimit(50).start();
    private final SandboxUser ada = discord.user("ada").joins(discord.guild("Moddy HQ"));
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void endsWithoutProblems() {
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void theSixthMessageInFiveSecondsIs429UntilTheClockMovesOn() {
        String messages = bot.messagesWith(ada);
        for (int left = 4; left >= 0; left--) {
            Reply reply = bot.post(messages, "{\"content\":\"x\"}");
            assertThat(reply.headers())
                    .containsEntry("X-RateLimit-Limit", "5")
                    .containsEntry("X-RateLimit-Remaining", Integer.toString(left))
                    .containsKeys("X-RateLimit-Reset", "X-RateLimit-Reset-After", "X-RateLimit-Bucket");
        }
        Reply refused = bot.post(messages, "{\"content\":\"x\"}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers())
                .containsEntry("X-RateLimit-Scope", "user")
                .containsEntry("Via", "1.1 google")
                .doesNotContainKey("X-RateLimit-Global");
        assertThat(refused.headers().get("Retry-After")).matches("[1-5]");
        assertThat(refused.json().path("retry_after").asDouble()).isBetween(0.001, 5.0);
        assertThat(refused.json().path("global").asBoolean(true)).isFalse();
        discord.advance(Duration.ofSeconds(5));
        assertThat(bot.post(messages, "{\"content\":\"x\"}").status()).isEqualTo(200);
    }

    @Test
    void theGlobalLimitHasNoBucketAndSparesInteractions() {
        try (DiscordSandbox strict =
                DiscordSandbox.builder().checkingSchema().globalRateLimit(2).start()) {
            RawBot other = new RawBot(strict);
            Reply refused = other.get("users/@me");
            // more than two in one second, which a busy machine may not make at once
            for (int i = 0; i < 20 && refused.status() == 200; i++) {
                refused = other.get("users/@me");
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().path("global").asBoolean()).isTrue();
            assertThat(refused.headers())
                    .containsEntry("X-RateLimit-Global", "true")
                    .containsEntry("X-RateLimit-Scope", "global")
                    .doesNotContainKey("X-RateLimit-Bucket");
            assertThat(other.post("interactions/1/x/callback", "{\"type\":4}").code())
                    .isEqualTo(10062);
            assertThat(strict.problems()).isEmpty();
        }
    }

    @Test
    void withoutRateLimitsThereAreNoHeadersEither() {
        try (DiscordSandbox unlimited =
                DiscordSandbox.builder().withoutRateLimits().start()) {
            RawBot other = new RawBot(unlimited);
            String messages = other.messagesWith(unlimited.user("ada").joins(unlimited.guild("G")));
            for (int i = 0; i < 60; i++) {
                Reply reply = other.post(messages, "{\"content\":\"x\"}");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.headers()).doesNotContainKey("X-RateLimit-Limit");
            }
        }
    }
}
