package app.moddy.bot.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables that scalars may refer to. */
final class Environment {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<literal>\\$\\$\\{)|\\$\\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::(?<default>[^}]*))?})?");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The text with its references replaced; without a result when {@code fault} was told what is wrong. */
    @Nullable
    Resolved resolve(String text, Consumer<String> fault) {
        Map<String, String> used = new LinkedHashMap<>();
        List<String> unset = new ArrayList<>();
        StringBuilder result = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            if (reference.group("literal") == null && reference.group("name") == null) {
                fault.accept("${ begins a reference: write ${NAME} or ${NAME:default}, or $${ for the text itself");
                return null;
            }
            reference.appendReplacement(result, Matcher.quoteReplacement(replacement(reference, used, unset)));
        }
        if (!unset.isEmpty()) {
            fault.accept(notSet(unset));
            return null;
        }
        return new Resolved(reference.appendTail(result).toString(), used);
    }

    private String replacement(Matcher reference, Map<String, String> used, List<String> unset) {
        String name = reference.group("name");
        if (name == null) {
            return "${";
        }
        String value = variables.getOrDefault(name, "");
        if (!value.isEmpty()) {
            used.put(name, value);
            return value;
        }
        String otherwise = reference.group("default");
        if (otherwise == null && !unset.contains(name)) {
            unset.add(name);
        }
        return otherwise == null ? "" : otherwise;
    }

    private static String notSet(List<String> names) {
        return names.size() == 1
                ? "environment variable " + names.get(0) + " is not set; set it, or write the value here"
                : "environment variables " + String.join(", ", names)
                        + " are not set; set them, or write the value here";
    }

    /**
     * A scalar's text.
     *
     * @param text with every reference replaced
     * @param used the variables that are in it, by name: what faults must not show
     */
    record Resolved(String text, Map<String, String> used) {
        /** The variables' names only: what they hold may be a secret. */
        @Override
        public String toString() {
            return "Resolved" + used.keySet();
        }
    }
}
