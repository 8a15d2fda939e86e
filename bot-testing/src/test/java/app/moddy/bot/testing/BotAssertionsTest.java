package app.moddy.bot.testing;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.bot.testing.BotAssertions.assertThatTextsAreSound;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.moddy.bot.discord.DirectMessage;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.testing.tea.TeaPlugin;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An assertion that fails says what was there instead. */
class BotAssertionsTest {
    @RegisterExtension
    private static final BotExtension BOT =
            BotExtension.create().plugins(TeaPlugin::new).section("tea", "{kind: Assam}");

    private static void assertFails(ThrowingCallable assertion, String... says) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(failure.getMessage())
                        .contains(says));
    }

    @Test
    void ofAnAnswer() {
        Backend.Answer tea = BOT.backend().get("/internal/tea");
        assertThat(tea).hasStatus(200).hasValue("/kind", "Assam");
        assertFails(() -> assertThat(tea).hasStatus(404), "status", "404", "200 {\"kind\":\"Assam\"}");
        assertFails(() -> assertThat(tea).hasValue("/kind", 7), "/kind", "7", "{\"kind\":\"Assam\"}");
        assertFails(() -> assertThat(tea).hasOutcome("delivered"), "/outcome", "delivered", "{\"kind\":\"Assam\"}");
        assertFails(() -> assertThat(tea).hasWarnings(), "that of a notification", "{\"kind\":\"Assam\"}");
        assertFails(() -> assertThat(tea).hasFaults("kind: is bad"), "a refusal with the faults", "Assam");
        assertThat(BOT.backend().get("/internal/coffee")).hasStatus(404).hasError("No such route");
    }

    @Test
    void ofAnEmbed() {
        SandboxEmbed embed = BOT.ada().runs("/tea").await().embeds().get(0);
        assertThat(embed)
                .hasTitle("Today")
                .hasDescription("Assam")
                .hasColour(0x00AA11)
                .hasFooter("Ref 1")
                .hasField("Milk", "no")
                .hasFields("Milk: no")
                .hasNoField("Sugar");
        String all = "title: Today\n  description: Assam\n  field: Milk: no\n  footer: Ref 1\n  colour: 0x00AA11";
        assertFails(() -> assertThat(embed).hasTitle("Tomorrow"), "title", "Tomorrow", all);
        assertFails(() -> assertThat(embed).hasDescription("Mate"), "description", "Mate", all);
        assertFails(() -> assertThat(embed).hasColour(0), "colour", "0x000000", all);
        assertFails(() -> assertThat(embed).hasFooter("Ref 2"), "footer", "Ref 2", all);
        assertFails(() -> assertThat(embed).hasField("Milk", "yes"), "field", "Milk: yes", all);
        assertFails(() -> assertThat(embed).hasFields("Sugar: no"), "fields", "[Sugar: no]", all);
        assertFails(() -> assertThat(embed).hasNoField("Milk"), "none named Milk", all);
    }

    @Test
    void ofAReply() {
        SandboxReply reply = BOT.ada().runs("/tea");
        assertThat(reply)
                .isEphemeral()
                .says("Tea:")
                .contains("Assam")
                .doesNotContain("embed: ")
                .hasLines("Tea:", "Assam")
                .hasButtons();
        String all = "in the ephemeral reply\n  Tea:\n  embed: title: Today\n    description: Assam";
        assertFails(() -> assertThat(reply).says("Coffee:"), "the text", "Coffee:", all);
        assertFails(() -> assertThat(reply).contains("Mate"), "somewhere", "Mate", all);
        assertFails(() -> assertThat(reply).doesNotContain("Assam"), "nowhere", "Assam", all);
        assertFails(() -> assertThat(reply).hasLines("Tea:"), "the lines", "Tea:", all);
        assertFails(() -> assertThat(reply).hasButtons("Drink"), "the buttons", "[Drink]", all);
        assertFails(() -> assertThat(reply).hasNoEmbeds(), "embeds", "none", all);
        assertFails(() -> assertThat(reply).refuses(), "This command is not for you here.", all);
    }

    @Test
    void ofAUser() throws Exception {
        SandboxUser eve = BOT.member("eve");
        assertThat(eve).hasNoDirectMessages();
        assertFails(() -> assertThat(eve).hasDirectMessages(1), "1 direct messages for eve", "not 0");
        BOT.service(Messenger.class)
                .slot(Reach.NEW)
                .orElseThrow()
                .send(new DirectMessage(
                        Snowflake.parse(eve.id()), MessageCreateData.fromContent("Tea?"), "1", () -> true))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(eve).hasDirectMessages(1).nextDirectMessage().says("Tea?").hasButtons();
        assertFails(() -> assertThat(eve).hasNoDirectMessages(), "0 direct messages", "not 1", "Tea?");
        assertFails(
                () -> assertThat(eve.directMessages().get(0)).says("Coffee?"),
                "the text",
                "Coffee?",
                "in the message\n  Tea?");
        assertFails(() -> assertThat(eve.directMessages().get(0)).hasButtons("Yes"), "[Yes]", "Tea?");
        assertFails(() -> assertThat(eve.directMessages().get(0)).embed(), "one, not 0", "Tea?");
    }

    @Test
    void ofTexts() {
        assertThatTextsAreSound(new TeaPlugin(), "{kind: Assam}");
        assertFails(() -> assertThatTextsAreSound(new TeaPlugin()), "the texts of tea", "kind");
    }
}
