package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The limits of one button.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference#button">Button</a>
 */
final class ButtonForm {
    private static final int LINK_STYLE = 5;
    private static final int PREMIUM_STYLE = 6;

    private ButtonForm() {}

    static void check(JsonNode button, String path, Set<String> customIds, FormErrors errors) {
        Text.max(button.path("label"), path + ".label", 80, errors);
        int style = button.path("style").asInt();
        if (style < 1 || style > PREMIUM_STYLE) {
            errors.choices(path + ".style", "1, 2, 3, 4, 5, 6");
        } else if (style == LINK_STYLE) {
            Text.between(button.path("url"), path + ".url", 1, 512, errors);
        } else if (style < LINK_STYLE) {
            customId(button, path + ".custom_id", customIds, errors);
        }
        boolean blank = !Json.present(button.path("label")) && !Json.present(button.path("emoji"));
        if (blank && style != PREMIUM_STYLE) {
            errors.required(path + ".label");
        }
    }

    private static void customId(JsonNode button, String path, Set<String> customIds, FormErrors errors) {
        Text.between(button.path("custom_id"), path, 1, 100, errors);
        if (!customIds.add(button.path("custom_id").asText())) {
            errors.add(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
