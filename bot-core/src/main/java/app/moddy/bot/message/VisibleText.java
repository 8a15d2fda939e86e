package app.moddy.bot.message;

import org.jspecify.annotations.Nullable;

/** What of a caller's string may be shown. */
final class VisibleText {
    /** More of one value can not appear: an embed holds 6000 characters. */
    private static final int MAX_LENGTH = 6000;

    private static final int REPLACEMENT = 0xFFFD;

    private VisibleText() {}

    /** The string without what could break or reorder the text around it; null if nothing of it is visible. */
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
        String text = clean.toString();
        return isBlank(text) ? null : text;
    }

    /** Whether a reader would see nothing. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(VisibleText::isInvisible);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isUnwanted(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
        boolean reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || reorders;
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL
                || isInvisibleLetter(c);
    }

    /** Letters and symbols of Unicode that are drawn as nothing: Hangul fillers and the empty Braille pattern. */
    private static boolean isInvisibleLetter(int c) {
        return c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0 || c == 0x2800;
    }
}
