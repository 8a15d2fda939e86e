package app.moddy.bot.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What callers may send one day, for any action. */
final class AwkwardMetadata {
    /** Has a word of its own, by which what comes of it is known again. */
    private static final String MARKDOWN = "# gate\n> gate\n- gate\n1. gate **gate** __gate__ ~~gate~~ ||gate|| `gate` "
            + "[gate](https://example.com) <https://example.com> :gate: <@123456789012345678> <@&123456789012345678> "
            + "<#123456789012345678> </gate:123456789012345678> <a:gate:123456789012345678> @everyone @here";

    private static final Pattern READ =
            Pattern.compile("(?<!\\\\)(\\*\\*|__|~~|\\|\\||`|:|\\[)gate|(?m:^(#|>|-|1\\.) gate)"
                    + "|(?<!\\\\)<(#123456789012345678|/gate|a:gate)");

    private static final String RIGHT_TO_LEFT =
            "\u202Eword \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u2067word";
    private static final Pattern REORDERED = Pattern.compile("[\u202A-\u202E\u2066-\u2069]word");
    private static final String LONG = "word ".repeat(2_000);
    private static final long AMOUNT = 123_456_789L;

    private AwkwardMetadata() {}

    /** The action's samples, then each of them with what is awkward. */
    static List<Sample> from(RegisteredAction action) {
        List<Sample> samples = new ArrayList<>();
        List<MetadataField> fields = action.reader().record().fields();
        action.samples().forEach(sample -> samples.add(named(sample, "", sample.plan(), sample.metadata())));
        samples.add(new Sample("no metadata and no plan", null, Map.of()));
        for (Sample sample : action.samples()) {
            Map<String, Object> metadata = sample.metadata();
            samples.add(named(sample, " in JPY", sample.plan(), amounts(metadata, fields, "JPY")));
            samples.add(named(sample, " in KWD", sample.plan(), amounts(metadata, fields, "kwd")));
            samples.add(named(sample, " with over-long texts", LONG, texts(metadata, fields, LONG)));
            samples.add(named(sample, " with injected Markdown", MARKDOWN, texts(metadata, fields, MARKDOWN)));
            samples.add(named(sample, " from right to left", RIGHT_TO_LEFT, texts(metadata, fields, RIGHT_TO_LEFT)));
        }
        return samples;
    }

    /** Whether something of the injected Markdown would not be shown as it is. */
    static boolean isReadAsMarkdown(String text) {
        return READ.matcher(text).find();
    }

    /** Whether a character that reorders text has come through. */
    static boolean isReordered(String text) {
        return REORDERED.matcher(text).find();
    }

    private static Sample named(Sample sample, String what, @Nullable String plan, Map<String, Object> metadata) {
        return new Sample("sample '%s'%s".formatted(sample.name(), what), plan, metadata);
    }

    private static Map<String, Object> amounts(
            Map<String, Object> metadata, List<MetadataField> fields, String currency) {
        Map<String, Object> changed = new LinkedHashMap<>(metadata);
        for (MetadataField field : fields) {
            if (field.type() == MetadataType.NUMBER) {
                changed.put(field.name(), AMOUNT);
            } else if (field.name().endsWith("currency")) {
                changed.put(field.name(), currency);
            }
        }
        return changed;
    }

    private static Map<String, Object> texts(Map<String, Object> metadata, List<MetadataField> fields, String text) {
        Map<String, Object> changed = new HashMap<>(metadata);
        for (MetadataField field : fields) {
            switch (field.type()) {
                case TEXT -> changed.put(field.name(), text);
                case TEXTS -> changed.put(field.name(), List.of(text, text));
                case NUMBER, FLAG, INSTANT -> {} // have no text
            }
        }
        return changed;
    }
}
