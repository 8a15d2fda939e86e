package app.moddy.bot.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a value show as it is, whatever Markdown it contains. JDA's own escaper leaves headings, lists, links, mentions and
 * backslashes alone.
 */
final class MarkdownEscaper {
    private static final String ALWAYS = "\\*_~|`[]()<";
    private static final String AT_LINE_START = "#>-+";

    private static final Pattern EMOJI = Pattern.compile(":[A-Za-z0-9_+~-]+:");
    private static final Pattern CLOCK = Pattern.compile(":[0-9]+:");
    private static final Pattern ORDERED = Pattern.compile("[0-9]+\\.(?=[\\s\\p{Z}\\uFEFF]|$)");

    private final String text;
    private final boolean isName;
    private final StringBuilder escaped;
    private boolean atLineStart = true;

    private MarkdownEscaper(String text, boolean isName) {
        this.text = text;
        this.isName = isName;
        this.escaped = new StringBuilder(text.length() + 16);
    }

    /** Escapes a value, which may come to stand at the start of a line. */
    static Markdown escape(String text) {
        return new Markdown(new MarkdownEscaper(text, false).run());
    }

    /** The same for the name of a thing, whose dots and hyphens are no lists. */
    static Markdown escapeName(String text) {
        return new Markdown(new MarkdownEscaper(text, true).run());
    }

    private String run() {
        for (int i = 0; i < text.length(); ) {
            i = next(i);
        }
        return escaped.toString();
    }

    /** Copies what begins at i, escaped, and says where the rest begins. */
    private int next(int i) {
        int c = text.codePointAt(i);
        int urlEnd = endOfUrl(i, c);
        if (urlEnd > i) {
            escaped.append(WebAddress.encoded(text.substring(i, urlEnd)));
            atLineStart = false;
            return copyClosing(urlEnd);
        }
        if (atLineStart && !isName && Character.isDigit(c)) {
            Matcher ordered = ORDERED.matcher(text).region(i, text.length());
            if (ordered.lookingAt()) {
                escaped.append(text, i, ordered.end() - 1).append("\\.");
                atLineStart = false;
                return ordered.end();
            }
        }
        if (isMarkup(i, c)) {
            escaped.append('\\');
        }
        escaped.appendCodePoint(c);
        boolean stays = VisibleText.isInvisible(c) || (isName && c == '-');
        atLineStart = c == '\n' || (atLineStart && stays);
        return i + Character.charCount(c);
    }

    private int endOfUrl(int i, int c) {
        boolean inWord = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
        return (c == 'h' || c == 'H') && !inWord ? WebAddress.end(text, i) : i;
    }

    /** A backslash right after a URL would become part of the link; these close nothing, since openings are escaped. */
    private int copyClosing(int start) {
        int end = start;
        while (end < text.length() && ".,:;\"')]".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        escaped.append(text, start, end);
        return end;
    }

    private boolean isMarkup(int i, int c) {
        if (atLineStart && AT_LINE_START.indexOf(c) >= 0) {
            return !(isName && c == '-');
        }
        return c == ':' ? startsEmoji(i) : ALWAYS.indexOf(c) >= 0;
    }

    /** Whether a :name: begins here; 10:30:45 is a time. */
    private boolean startsEmoji(int i) {
        boolean afterDigit = i > 0 && Character.isDigit(text.charAt(i - 1));
        boolean time =
                afterDigit && CLOCK.matcher(text).region(i, text.length()).lookingAt();
        return !time && EMOJI.matcher(text).region(i, text.length()).lookingAt();
    }
}
