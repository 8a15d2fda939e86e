package app.moddy.bot.message;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL within a text. Discord makes a link of it as it stands, backslashes included: what would be escaped elsewhere is
 * percent-encoded here, so that the link leads where it should (RFC 3986, section 2).
 */
final class WebAddress {
    /** What ends at white space for Discord's JavaScript does so here. */
    static final Pattern PATTERN = Pattern.compile("https?://[^\\s\\p{Z}\\uFEFF<>]+", Pattern.CASE_INSENSITIVE);

    private static final String ENCODED = "\\*|`[]()";
    private static final String AFTER_IT = ".,:;\"']";

    private WebAddress() {}

    /** Where the URL that begins at this place ends, or the place itself if none does. */
    static int end(String text, int start) {
        Matcher url = PATTERN.matcher(text).region(start, text.length());
        return url.lookingAt() ? withoutPunctuation(text, start, url.end()) : start;
    }

    /** Like Discord, leaves to the sentence what ends it, and a parenthesis that was opened before the URL. */
    private static int withoutPunctuation(String text, int start, int end) {
        long unopened = count(text, start, end, ')') - count(text, start, end, '(');
        int last = end;
        while (AFTER_IT.indexOf(text.charAt(last - 1)) >= 0 || (text.charAt(last - 1) == ')' && unopened > 0)) {
            last--;
            unopened -= text.charAt(last) == ')' ? 1 : 0;
        }
        return last;
    }

    private static long count(String text, int start, int end, char wanted) {
        return text.substring(start, end).chars().filter(c -> c == wanted).count();
    }

    static String encoded(String url) {
        StringBuilder encoded = new StringBuilder(url.length() + 8);
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (ENCODED.indexOf(c) >= 0 || isEmphasis(url, i)) {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    /**
     * A single ~, and a _ between letters or digits, end no emphasis: they stay, for the URL's looks. Others could end one that
     * the template began before the URL; encoded they lead to the same place, since they are unreserved.
     */
    private static boolean isEmphasis(String url, int i) {
        char before = url.charAt(Math.max(i - 1, 0));
        char after = i + 1 < url.length() ? url.charAt(i + 1) : ' ';
        return switch (url.charAt(i)) {
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            case '~' -> before == '~' || after == '~';
            default -> false;
        };
    }
}
