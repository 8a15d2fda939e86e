package app.moddy.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The buttons that can be pressed, and which of them somebody means who types a part of its label.
 *
 * @param labels the label of each button, by custom id, in their order
 */
public record Buttons(Map<String, String> labels) {
    public Buttons {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** Returns the buttons of messages, without links and disabled ones. */
    public static Buttons of(List<JsonNode> messages) {
        Map<String, String> labels = new LinkedHashMap<>();
        messages.forEach(message -> collect(message.path("components"), labels));
        return new Buttons(labels);
    }

    private static void collect(JsonNode components, Map<String, String> into) {
        for (JsonNode component : components) {
            String customId = component.path("custom_id").asText();
            if (!customId.isEmpty() && !component.path("disabled").asBoolean()) {
                into.put(customId, component.path("label").asText(customId));
            }
            collect(component.path("components"), into);
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** Returns the label of the button with this custom id. */
    public String label(String customId) {
        return labels.getOrDefault(customId, customId);
    }

    /**
     * Returns the custom id of the button that is meant: by label or custom id, else by the beginning of the label, in
     * any case; nothing means the only one.
     *
     * @throws IllegalArgumentException when none or several are meant; it names the buttons
     */
    public String meant(String typed) {
        if (labels.containsKey(typed)) {
            return typed;
        }
        List<String> found = matching(label -> label.equalsIgnoreCase(typed));
        if (found.isEmpty()) {
            String start = typed.toLowerCase(Locale.ROOT);
            found = matching(label -> label.toLowerCase(Locale.ROOT).startsWith(start));
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException((found.isEmpty() ? "no button " + typed : "which button?")
                    + "; there are: " + String.join(", ", labels.values()));
        }
        return found.get(0);
    }

    private List<String> matching(Predicate<String> condition) {
        return labels.entrySet().stream()
                .filter(one -> condition.test(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
