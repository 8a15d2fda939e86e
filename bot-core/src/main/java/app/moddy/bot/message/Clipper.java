package app.moddy.bot.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens Markdown text without leaving half of anything. */
final class Clipper {
    private static final String ELLIPSIS = "…";

    /** What is kept or dropped as a whole: an escaped character, a mention or timestamp, a grapheme cluster. */
    private static final Pattern WHOLE = Pattern.compile("\\\\\\X|<[^<>\\s]{1,100}>|\\X");

    private Clipper() {}

    /** At most max UTF-16 units of the text, the last of them … if something is missing. */
    static String clip(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        Matcher whole = WHOLE.matcher(text);
        int end = 0;
        while (whole.find() && whole.end() <= max - ELLIPSIS.length()) {
            end = whole.end();
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
