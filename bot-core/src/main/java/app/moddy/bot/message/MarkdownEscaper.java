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

    /** Discord takes a URL as it is, backslashes included: only what could end the link or start another is escaped in it. */
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>]+", Pattern.CASE_INSENSITIVE);

    private static final String IN_URL = "\\*|`[]()<";
    private static final Pattern EMOJI = Pattern.compile(":[A-Za-z0-9_+~-]+:");
    private static final Pattern CLOCK = Pattern.compile(":[0-9]+:");
    private static final Pattern ORDERED = Pattern.compile("[0-9]+\\.(?=\\s|$)");
    private static final Pattern MASS_MENTION = Pattern.compile("@(?=everyone|here)", Pattern.CASE_INSENSITIVE);

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

    /** Parts the @ from what would make it a mention of all, also where two values meet. */
    static String withoutMassMentions(String rendered) {
        return rendered.indexOf('@') < 0
                ? rendered
                : MASS_MENTION.matcher(rendered).replaceAll("@\u200B");
    }

    private String run() {
        for (int i = 0; i < text.length(); ) {
            i = next(i);
        }
        return escaped.toString();
    }

    /** Copies what begins at i, escaped, and says where the rest begins. */
    private int next(int i) {
        char c = text.charAt(i);
        if ((c == 'h' || c == 'H') && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
            Matcher url = URL.matcher(text).region(i, text.length());
            if (url.lookingAt()) {
                return url(i, url.end());
            }
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
        escaped.append(c);
        boolean stays = Character.isWhitespace(c) || (isName && c == '-');
        atLineStart = c == '\n' || (atLineStart && stays);
        return i + 1;
    }

    private boolean isMarkup(int i, char c) {
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

    private int url(int start, int end) {
        for (int i = start; i < end; i++) {
            if (IN_URL.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        atLineStart = false;
        return end;
    }
}
