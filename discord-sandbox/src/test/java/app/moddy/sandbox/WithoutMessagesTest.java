package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sandbox that keeps no message, for measurements. */
class WithoutMessagesTest {
    private static final String NONCED = "{\"content\":\"x\",\"nonce\":\"1\",\"enforce_nonce\":true}";

    private final DiscordSandbox discord =
            DiscordSandbox.builder().withoutMessages().start();
    private final SandboxUser ada = discord.user("ada").joins(discord.guild("Moddy HQ"));
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void aMessageIsAnsweredAndAnnouncedButNotKept() throws Exception {
        CompletableFuture<SandboxMessage> announced = new CompletableFuture<>();
        discord.onMessage(announced::complete);
        String messages = bot.messagesWith(ada);
        RawBot.Reply sent = bot.post(messages, "{\"content\":\"x\"}");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(announced.get(10, TimeUnit.SECONDS).content()).isEqualTo("x");
        assertThat(ada.directMessages()).isEmpty();
        assertThat(bot.get(messages + "/" + sent.json().path("id").asText()).code())
                .isEqualTo(10_008);
    }

    @Test
    void theSameNonceAgainIsAnotherMessage() {
        String messages = bot.messagesWith(ada);
        String first = bot.post(messages, NONCED).json().path("id").asText();
        assertThat(bot.post(messages, NONCED).json().path("id").asText()).isNotEqualTo(first);
    }
}
