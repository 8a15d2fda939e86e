package app.moddy.bot.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of actions, for whichever operations take one. */
final class ActionSchemas {
    private ActionSchemas() {}

    /** What the schema of an action's metadata is called among the components. */
    static String name(String action) {
        return "metadata." + action;
    }

    /** One of these actions, with its own metadata, as a body has them. */
    static Map<String, Object> notice(Collection<String> actions) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("description", "An action of a plugin's, with what its templates show; other metadata is dropped.");
        notice.put("type", "object");
        notice.put("required", List.of("action"));
        notice.put("properties", Map.of("action", Map.of("enum", List.copyOf(actions))));
        if (!actions.isEmpty()) { // an empty one is no schema
            notice.put("oneOf", actions.stream().map(ActionSchemas::one).toList());
        }
        return notice;
    }

    private static Map<String, Object> one(String action) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("action", Map.of("const", action));
        properties.put("metadata", Map.of("$ref", "#/components/schemas/" + name(action)));
        return Map.of("title", action, "properties", properties);
    }
}
