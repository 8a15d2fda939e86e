package app.moddy.bot.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for people, from names for programs; one of nothing but underscores stays as it is. */
final class DisplayNames {
    private DisplayNames() {}

    /** {@code payment_method → Payment method}. */
    static String phrase(String name) {
        return orName(capitalised(name.replace('_', ' ').strip()), name);
    }

    /** {@code moddy_max → Moddy Max}. */
    static String title(String name) {
        String words = Arrays.stream(name.replace('_', ' ').strip().split("\\s+"))
                .map(DisplayNames::capitalised)
                .collect(Collectors.joining(" "));
        return orName(words, name);
    }

    private static String orName(String display, String name) {
        return VisibleText.isBlank(display) ? name : display;
    }

    static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
