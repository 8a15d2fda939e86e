package app.moddy.bot.plugin;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a plugin's own code is, as told from that of the libraries in its jar: in the packages of its plugin classes, and
 * below.
 *
 * @param names of packages; the empty one has nothing below it
 */
record OwnPackages(Set<String> names) {
    OwnPackages {
        names = Set.copyOf(names);
    }

    static OwnPackages of(Collection<String> pluginClasses) {
        return new OwnPackages(
                pluginClasses.stream().map(OwnPackages::packageOf).collect(Collectors.toSet()));
    }

    static OwnPackages of(BotPlugin plugin) {
        return of(Set.of(plugin.getClass().getName()));
    }

    /** Whether a class of this name would be the plugin's own. */
    boolean have(String type) {
        String home = packageOf(type);
        return names.stream().anyMatch(name -> home.equals(name) || (!name.isEmpty() && home.startsWith(name + ".")));
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
