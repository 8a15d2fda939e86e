package app.moddy.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A button under a message.
 *
 * @param customId empty for links
 * @param style 1 primary, 2 secondary, 3 success, 4 danger, 5 link
 * @param url only for links, else empty
 */
public record SandboxButton(String label, String customId, int style, boolean disabled, String url) {
    private static final int BUTTON = 2;

    /** Whether this is the label or the custom id. */
    public boolean isNamed(String labelOrCustomId) {
        return label.equals(labelOrCustomId) || customId.equals(labelOrCustomId);
    }

    static void collect(JsonNode components, List<SandboxButton> into) {
        for (JsonNode component : components) {
            if (component.path("type").asInt() == BUTTON) {
                into.add(new SandboxButton(
                        component.path("label").asText(),
                        component.path("custom_id").asText(),
                        component.path("style").asInt(),
                        component.path("disabled").asBoolean(),
                        component.path("url").asText()));
            }
            collect(component.path("components"), into);
        }
    }
}
