package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxButton;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxMessage;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** A message of the bot's. */
public final class MessageAssert extends AbstractAssert<MessageAssert, SandboxMessage> {
    MessageAssert(SandboxMessage message) {
        super(message, MessageAssert.class);
    }

    /** This text above the embeds; empty: none. */
    public MessageAssert says(String text) {
        return actual.content().equals(text) ? this : differ("the text", text);
    }

    /** Exactly these buttons, by their labels, in this order; without one, there are none. */
    public MessageAssert hasButtons(String... labels) {
        List<String> found = actual.buttons().stream().map(SandboxButton::label).toList();
        return found.equals(List.of(labels)) ? this : differ("the buttons", List.of(labels));
    }

    /** Its only embed. */
    public EmbedAssert embed() {
        List<SandboxEmbed> embeds = actual.embeds();
        if (embeds.size() != 1) {
            differ("embeds", "one, not " + embeds.size());
        }
        return new EmbedAssert(embeds.get(0));
    }

    private MessageAssert differ(String what, Object expected) {
        throw failure(
                "Expected %s%n  %s%nin the message%n  %s",
                what, expected, Shown.message(actual).replace("\n", "\n  "));
    }
}
