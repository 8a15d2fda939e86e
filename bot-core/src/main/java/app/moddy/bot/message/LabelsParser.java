package app.moddy.bot.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the labels of a template file. */
final class LabelsParser {
    private LabelsParser() {}

    /** @param base the base file's labels, which another language must have too where it has their group */
    static Labels parse(YamlSection file, Optional<Labels> base) {
        Map<String, Map<String, String>> groups = new HashMap<>();
        file.section(Labels.KEY).ifPresent(labels -> {
            base.ifPresent(known -> labels.allowOnly(known.names()));
            for (String group : labels.keys()) {
                labels.section(group).ifPresent(words -> {
                    base.map(known -> known.groups().get(group)).ifPresent(known -> compare(words, known));
                    groups.put(group, words(words));
                });
            }
        });
        return new Labels(groups);
    }

    private static void compare(YamlSection words, Map<String, String> base) {
        Set<String> values = new HashSet<>();
        for (String value : words.keys()) {
            values.add(value.toLowerCase(Locale.ROOT));
            if (!base.containsKey(value.toLowerCase(Locale.ROOT))) {
                words.fault(value, "unknown key" + NearestName.hint(value, base.keySet()));
            }
        }
        base.keySet().stream()
                .sorted()
                .filter(value -> !values.contains(value))
                .forEach(value -> words.fault(value, "is missing; write the word here"));
    }

    private static Map<String, String> words(YamlSection section) {
        Map<String, String> words = new HashMap<>();
        for (String value : section.keys()) {
            section.optionalText(value).ifPresent(word -> {
                if (words.putIfAbsent(value.toLowerCase(Locale.ROOT), word.text()) != null) {
                    section.fault(value, "differs from another only in case; remove one");
                }
            });
        }
        return Map.copyOf(words);
    }
}
