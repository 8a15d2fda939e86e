package app.moddy.sandbox.rest.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The limits of action rows and buttons; of Components V2 only the number.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
final class ComponentForm {
    private static final int BUTTON = 2;
    private static final int ACTION_ROW = 1;
    private static final int LINK_STYLE = 5;
    private static final int PREMIUM_STYLE = 6;
    private static final int MAX_V2 = 40;

    private ComponentForm() {}

    static void check(JsonNode components, boolean v2, FormErrors errors) {
        if (v2 && count(components) > MAX_V2) {
            errors.add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Max of 40 components allowed.");
        }
        if (!v2 && components.size() > 5) {
            errors.tooLong("components", 5);
        }
        Set<String> customIds = new HashSet<>();
        for (int i = 0; i < components.size(); i++) {
            JsonNode component = components.get(i);
            if (!v2 && component.path("type").asInt() != ACTION_ROW) {
                errors.choices("components." + i + ".type", "1,");
            }
            buttons(component.path("components"), "components." + i + ".components", customIds, errors);
        }
    }

    private static void buttons(JsonNode children, String path, Set<String> customIds, FormErrors errors) {
        if (children.size() > 5) {
            errors.tooLong(path, 5);
        }
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).path("type").asInt() == BUTTON) {
                button(children.get(i), path + "." + i, customIds, errors);
            }
        }
    }

    private static void button(JsonNode button, String path, Set<String> customIds, FormErrors errors) {
        Text.max(button.path("label"), path + ".label", 80, errors);
        int style = button.path("style").asInt();
        if (style < 1 || style > PREMIUM_STYLE) {
            errors.choices(path + ".style", "1, 2, 3, 4, 5, 6");
        } else if (style == LINK_STYLE) {
            Text.between(button.path("url"), path + ".url", 1, 512, errors);
        } else if (style < LINK_STYLE) {
            Text.between(button.path("custom_id"), path + ".custom_id", 1, 100, errors);
            if (!customIds.add(button.path("custom_id").asText())) {
                errors.add(
                        path + ".custom_id",
                        "COMPONENT_CUSTOM_ID_DUPLICATED",
                        "Component custom id cannot be duplicated");
            }
        }
    }

    private static int count(JsonNode components) {
        int sum = 0;
        for (JsonNode component : components) {
            sum += 1 + count(component.path("components"));
            sum += component.has("accessory") ? 1 : 0;
        }
        return sum;
    }
}
