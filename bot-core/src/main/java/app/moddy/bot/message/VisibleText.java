package app.moddy.bot.message;

import org.jspecify.annotations.Nullable;

/** What of a caller's string may be shown. */
final class VisibleText {
    /** More of one value can not appear: an embed holds 6000 characters. */
    private static final int MAX_LENGTH = 6000;

    private static final int REPLACEMENT = 0xFFFD;
    private static final int EMPTY_BRAILLE = 0x2800;

    private VisibleText() {}

    /**
     * The string without what could break or reorder the text around it, and without space at its ends; null if nothing of
     * it is visible.
     */
    static @Nullable String orNull(String raw) {
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), MAX_LENGTH));
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (clean.length() + Character.charCount(c) > MAX_LENGTH) {
                break;
            }
            if (!isUnwanted(c)) {
                clean.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        String text = stripped(clean.toString());
        return isBlank(text) ? null : text;
    }

    /** Whether a reader would see nothing. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> isInvisible(c) || isMark(c));
    }

    /**
     * The text without space at its ends, no-break spaces and byte order marks included. Other invisible characters stay: an
     * emoji may end in one.
     */
    static String stripped(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a character of Unicode's basic plane, where all spaces are, is a space. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** Something that is only seen on another character. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isUnwanted(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
        boolean reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || reorders;
    }

    /** Whether a character is space, or drawn as nothing. */
    static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || DefaultIgnorable.contains(c)
                || c == EMPTY_BRAILLE;
    }
}
