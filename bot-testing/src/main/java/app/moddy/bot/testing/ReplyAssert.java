package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxButton;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxReply;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What a command or a button was answered with. */
public final class ReplyAssert extends AbstractAssert<ReplyAssert, SandboxReply> {
    private static final String NOT_YOURS = "This command is not for you here.";

    ReplyAssert(SandboxReply reply) {
        super(reply, ReplyAssert.class);
    }

    /** Only who asked sees it. */
    public ReplyAssert isEphemeral() {
        return actual.isEphemeral() ? this : differ("to be", "for who asked only");
    }

    /** Exactly this text above the embeds; empty: none. */
    public ReplyAssert says(String text) {
        return actual.content().equals(text) ? this : differ("the text", text);
    }

    /** This somewhere in it: the text, an embed or a button. */
    public ReplyAssert contains(String text) {
        return has(text) ? this : differ("somewhere", text);
    }

    /** This nowhere in it. */
    public ReplyAssert doesNotContain(String text) {
        return has(text) ? differ("nowhere", text) : this;
    }

    /** Exactly these lines: those of the text and of the embeds' descriptions, without empty ones. */
    public ReplyAssert hasLines(String... lines) {
        return lines().equals(List.of(lines)) ? this : differ("the lines", String.join("\n  ", lines));
    }

    /** Who asked may not use it, is told so in English, and sees nothing else. */
    public ReplyAssert refuses() {
        return isEphemeral().says(NOT_YOURS).hasNoEmbeds().hasButtons();
    }

    /** Exactly these buttons, by their labels, in this order; without one, there are none. */
    public ReplyAssert hasButtons(String... labels) {
        List<String> found = actual.buttons().stream().map(SandboxButton::label).toList();
        return found.equals(List.of(labels)) ? this : differ("the buttons", List.of(labels));
    }

    /** Text only. */
    public ReplyAssert hasNoEmbeds() {
        return actual.embeds().isEmpty() ? this : differ("embeds", "none");
    }

    /** Its only embed. */
    public EmbedAssert embed() {
        List<SandboxEmbed> embeds = actual.embeds();
        if (embeds.size() != 1) {
            differ("embeds", "one, not " + embeds.size());
        }
        return new EmbedAssert(embeds.get(0));
    }

    private boolean has(String text) {
        return Shown.texts(actual.message()).stream().anyMatch(part -> part.contains(text));
    }

    private List<String> lines() {
        return Stream.concat(
                        Stream.of(actual.content()), actual.embeds().stream().map(SandboxEmbed::description))
                .flatMap(String::lines)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String shown() {
        return Shown.message(actual.message());
    }

    private ReplyAssert differ(String what, Object expected) {
        throw failure(
                "Expected %s%n  %s%nin the %sreply%n  %s",
                what, expected, actual.isEphemeral() ? "ephemeral " : "", shown().replace("\n", "\n  "));
    }
}
