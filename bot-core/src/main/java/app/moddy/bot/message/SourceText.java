package app.moddy.bot.message;

import java.util.regex.Pattern;

/**
 * A text in a template file.
 *
 * @param line counted from 1
 * @param key path of keys, for instance {@code plan_upgraded.fields.from.value}
 */
record SourceText(String text, int line, String key) {
    private static final Pattern CODE = Pattern.compile("\\{[{%#]");

    /** Whether it says the same whatever the values are. */
    boolean isConstant() {
        return !CODE.matcher(text).find();
    }
}
