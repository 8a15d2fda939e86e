package app.moddy.bot.message;

/**
 * A text in a template file.
 *
 * @param line counted from 1
 * @param key path of keys, for instance {@code plan_upgraded.fields.from.value}
 */
record SourceText(String text, int line, String key) {}
