package app.moddy.bot.plugin;

import app.moddy.bot.http.Endpoint;
import java.util.Comparator;
import java.util.List;

/**
 * What a plugin that runs adds to the internal API. Core only.
 *
 * @param plugin its name
 * @param beside its class: the file {@code openapi.yml} beside it describes the endpoints, if there is one
 * @param endpoints what it answers to, by path
 */
public record PluginApi(String plugin, Class<?> beside, List<Endpoint> endpoints) {
    static PluginApi of(RunningPlugin plugin) {
        return new PluginApi(
                plugin.name(),
                plugin.named().plugin().getClass(),
                plugin.contributions().routes().keySet().stream()
                        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                        .toList());
    }
}
