package app.moddy.bot.plugin;

import java.util.List;

/**
 * What a plugin that runs brings, by name and in order.
 *
 * @param actions such as {@code subscription_created}
 * @param routes such as {@code POST /internal/notify}
 * @param commands such as {@code /notify-test}, and the names of user menus
 */
public record PluginParts(List<String> actions, List<String> routes, List<String> commands) {
    /** What one that does not run brings. */
    static final PluginParts NONE = new PluginParts(List.of(), List.of(), List.of());

    static PluginParts of(Contributions contributions) {
        return new PluginParts(
                contributions.actions().stream()
                        .map(action -> action.name())
                        .sorted()
                        .toList(),
                contributions.routes().keySet().stream()
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .sorted()
                        .toList(),
                contributions.commands().values().stream()
                        .map(served -> served.name())
                        .sorted()
                        .toList());
    }
}
