package app.moddy.bot.message;

import java.util.regex.Pattern;

/**
 * A text in a template file.
 *
 * @param line counted from 1
 * @param key path of keys, for instance {@code plan_upgraded.fields.from.value}
 * @param faults of the file that it stands in
 */
record SourceText(String text, int line, String key, TemplateFaults faults) {
    private static final Pattern CODE = Pattern.compile("\\{[{%#]");

    /** Whether it says the same whatever the values are. */
    boolean isConstant() {
        return !CODE.matcher(text).find();
    }

    void fault(String message) {
        faults.add(line, key, message);
    }
}
