package app.moddy.bot.message;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of one language file for values that callers send.
 *
 * @param groups by group, then by value in lower case
 */
record Labels(Map<String, Map<String, String>> groups) {
    /** Where they stand in the file; no action can have this name. */
    static final String KEY = "_labels";

    Labels {
        groups = Map.copyOf(groups);
    }

    Set<String> names() {
        return groups.keySet();
    }

    /** The file's word for the value, else the value itself made readable. */
    Markdown label(String group, String value) {
        String word = groups.getOrDefault(group, Map.of()).get(value.strip().toLowerCase(Locale.ROOT));
        return word == null ? MarkdownEscaper.escape(DisplayNames.phrase(value)) : new Markdown(word);
    }
}
