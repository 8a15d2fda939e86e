package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxEmbed;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** An embed, as Discord shows it. */
public final class EmbedAssert extends AbstractAssert<EmbedAssert, SandboxEmbed> {
    EmbedAssert(SandboxEmbed embed) {
        super(embed, EmbedAssert.class);
    }

    /** Its title; empty: none. */
    public EmbedAssert hasTitle(String title) {
        return same("title", actual.title(), title);
    }

    /** The text below the title; empty: none. */
    public EmbedAssert hasDescription(String description) {
        return same("description", actual.description(), description);
    }

    /** The colour of its edge, 0xRRGGBB; 0: none. */
    public EmbedAssert hasColour(int rgb) {
        return same("colour", "0x%06X".formatted(actual.colour()), "0x%06X".formatted(rgb));
    }

    /** The small text at its end; empty: none. */
    public EmbedAssert hasFooter(String footer) {
        return same("footer", actual.footer(), footer);
    }

    /** A field, wherever it stands. */
    public EmbedAssert hasField(String name, String value) {
        return fields().contains(field(name, value)) ? this : differ("field", field(name, value));
    }

    /** Nowhere a field of this name. */
    public EmbedAssert hasNoField(String name) {
        return actual.fields().stream().noneMatch(field -> field.name().equals(name))
                ? this
                : differ("fields", "none named " + name);
    }

    /** Exactly these fields in this order, each as {@code name: value}. */
    public EmbedAssert hasFields(String... fields) {
        return same("fields", fields(), List.of(fields));
    }

    private List<String> fields() {
        return actual.fields().stream()
                .map(field -> field(field.name(), field.value()))
                .toList();
    }

    /** Without the space that keeps fields apart in Discord. */
    private static String field(String name, String value) {
        return name + ": " + value.strip();
    }

    private EmbedAssert same(String what, Object found, Object expected) {
        return Objects.equals(found, expected) ? this : differ(what, expected);
    }

    private EmbedAssert differ(String what, Object expected) {
        throw failure(
                "Expected %s%n  %s%nin the embed%n  %s",
                what, expected, Shown.embed(actual).replace("\n", "\n  "));
    }
}
