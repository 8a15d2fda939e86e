package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a call is in the log, and what of it is compared with the schema. */
class CallLogTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final String BAD = "{\"content\":5}";

    private final DiscordSandbox discord =
            DiscordSandbox.builder().withoutRateLimits().checkingSchema().start();
    private final SandboxUser ada = discord.user("ada").joins(discord.guild("Moddy HQ"));
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void aCallIsLoggedBeforeItsMessageIsSeen() {
        String messages = bot.messagesWith(ada);
        for (int sent = 1; sent <= 200; sent++) {
            var reply = CompletableFuture.supplyAsync(() -> bot.post(messages, "{\"content\":\"x\"}"));
            ada.awaitDirectMessage();
            assertThat(discord.calls(SEND)).hasSize(sent);
            reply.join();
        }
    }

    @Test
    void aListenerToMessagesFindsTheCallToo() {
        CompletableFuture<Integer> seen = new CompletableFuture<>();
        discord.onMessage(message -> seen.complete(discord.calls(SEND).size()));
        bot.post(bot.messagesWith(ada), "{\"content\":\"x\"}");
        assertThat(seen.join()).isEqualTo(1);
    }

    @Test
    void aRequestThatMeetsAFaultIsComparedWithTheSchema() {
        String messages = bot.messagesWith(ada);
        discord.on(SEND)
                .failNext(SandboxFault.error(403, 50007, "Cannot send messages to this user"))
                .failNext(SandboxFault.dropConnection());
        bot.post(messages, BAD);
        assertThat(discord.problems()).isNotEmpty().allMatch(line -> line.contains(SEND + " request"));
        int before = discord.problems().size();
        bot.post(messages, BAD);
        assertThat(discord.problems()).hasSizeGreaterThan(before);
    }

    @Test
    void theAnswerOfAFaultIsNotComparedWithTheSchema() {
        String messages = bot.messagesWith(ada);
        discord.on(SEND).failNext(SandboxFault.status(500)).failNext(SandboxFault.garbage());
        bot.post(messages, "{\"content\":\"x\"}");
        bot.post(messages, "{\"content\":\"x\"}");
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void aRequestWithoutTheTokenIsComparedWithTheSchema() {
        bot.send("POST", bot.messagesWith(ada), BAD, "Bot x", "application/json");
        assertThat(discord.problems()).isNotEmpty().allMatch(line -> line.contains(SEND + " request"));
    }
}
