package app.moddy.bot.message;

import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One compiled text of a template. Thread-safe. */
@FunctionalInterface
interface TextTemplate {
    /** The text for these values, stripped; empty if nothing of it is visible. */
    String render(Map<String, @Nullable Object> values);

    static TextTemplate constant(String text) {
        String finished = finished(text);
        return values -> finished;
    }

    static TextTemplate of(PebbleTemplate template) {
        return values -> {
            StringWriter out = new StringWriter();
            try {
                template.evaluate(out, values);
            } catch (IOException e) {
                throw new UncheckedIOException("a StringWriter failed", e);
            }
            return finished(out.toString());
        };
    }

    private static String finished(String text) {
        return VisibleText.isBlank(text) ? "" : MassMention.parted(VisibleText.stripped(text));
    }
}
