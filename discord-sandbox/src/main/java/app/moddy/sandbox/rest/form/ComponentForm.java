package app.moddy.sandbox.rest.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which components may be where, and how many; the limits of buttons are in {@link ButtonForm}.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
final class ComponentForm {
    private static final int ACTION_ROW = 1;
    private static final int BUTTON = 2;
    private static final int SECTION = 9;
    private static final int TEXT_DISPLAY = 10;
    private static final int CONTAINER = 17;
    private static final int MAX_V2 = 40;
    private static final int MAX_ROWS = 5;
    private static final Set<Integer> ON_TOP = Set.of(ACTION_ROW);
    private static final Set<Integer> ON_TOP_V2 = Set.of(ACTION_ROW, SECTION, TEXT_DISPLAY, 12, 13, 14, CONTAINER);
    /** Buttons and selects in a row; text inputs are only in modals. */
    private static final Map<Integer, Set<Integer>> INSIDE = Map.of(
            ACTION_ROW,
            Set.of(BUTTON, 3, 5, 6, 7, 8),
            SECTION,
            Set.of(TEXT_DISPLAY),
            CONTAINER,
            Set.of(ACTION_ROW, SECTION, TEXT_DISPLAY, 12, 13, 14));

    private final Set<String> customIds = new HashSet<>();
    private final FormErrors errors;

    private ComponentForm(FormErrors errors) {
        this.errors = errors;
    }

    static void check(JsonNode components, boolean v2, FormErrors errors) {
        if (v2 && count(components) > MAX_V2) {
            errors.add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "Max of 40 components allowed.");
        }
        List<JsonNode> rows = Shape.list(components, "components", errors);
        if (!v2 && rows.size() > MAX_ROWS) {
            errors.tooLong("components", MAX_ROWS);
        }
        new ComponentForm(errors).all(rows, "components", v2 ? ON_TOP_V2 : ON_TOP);
    }

    private void all(List<JsonNode> components, String path, Set<Integer> allowed) {
        for (int i = 0; i < components.size(); i++) {
            String here = path + "." + i;
            if (Shape.isObject(components.get(i), here, errors)) {
                one(components.get(i), here, allowed);
            } else if (components.get(i).isNull()) {
                errors.required(here);
            }
        }
    }

    private void one(JsonNode component, String path, Set<Integer> allowed) {
        int type = component.path("type").asInt();
        if (!allowed.contains(type)) {
            errors.choices(path + ".type", new TreeSet<>(allowed).toString());
        } else if (type == BUTTON) {
            ButtonForm.check(component, path, customIds, errors);
        } else if (INSIDE.containsKey(type)) {
            inside(component, type, path);
        }
    }

    private void inside(JsonNode component, int type, String path) {
        String key = path + ".components";
        JsonNode given = component.path("components");
        List<JsonNode> children = Shape.list(given, key, errors);
        if (Shape.isAbsent(given)) {
            errors.required(key);
        } else if (type == ACTION_ROW && given.isArray() && (children.isEmpty() || children.size() > MAX_ROWS)) {
            errors.badLength(key, 1, MAX_ROWS);
        }
        all(children, key, INSIDE.getOrDefault(type, Set.of()));
        JsonNode accessory = component.path("accessory");
        if (type == SECTION && Shape.isObject(accessory, path + ".accessory", errors)) {
            one(accessory, path + ".accessory", Set.of(BUTTON, 11));
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
