package app.moddy.sandbox.world;

/** White space as Discord removes it from the ends of a text: also the kinds that do not break a line. */
public final class Space {
    private static final String UNBREAKABLE = "\u00A0\u2007\u202F\uFEFF";

    private Space() {}

    /** Returns the text without white space at its ends. */
    public static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isSpace(char one) {
        return Character.isWhitespace(one) || UNBREAKABLE.indexOf(one) >= 0;
    }
}
