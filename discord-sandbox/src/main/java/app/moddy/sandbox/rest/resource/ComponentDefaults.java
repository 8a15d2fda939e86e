package app.moddy.sandbox.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Discord adds to a component that does not say it.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
final class ComponentDefaults {
    private static final int STRING_SELECT = 3;
    private static final int USER_SELECT = 5;
    private static final int CHANNEL_SELECT = 8;
    private static final int SEPARATOR = 14;
    private static final int CONTAINER = 17;

    private ComponentDefaults() {}

    static void fill(ObjectNode component) {
        int type = component.path("type").asInt();
        if (type == STRING_SELECT || (type >= USER_SELECT && type <= CHANNEL_SELECT)) {
            component.put("min_values", component.path("min_values").asInt(1));
            component.put("max_values", component.path("max_values").asInt(1));
        } else if (type == SEPARATOR) {
            component.put("spacing", component.path("spacing").asInt(1));
            component.put("divider", component.path("divider").asBoolean(true));
        } else if (type == CONTAINER) {
            component.put("spoiler", component.path("spoiler").asBoolean());
            if (!component.has("accent_color")) {
                component.putNull("accent_color");
            }
        }
    }
}
