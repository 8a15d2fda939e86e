package app.moddy.bot.plugin;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Plugins that were there when the program started. */
record ClassPath(Iterable<BotPlugin> all) implements PluginSource {
    @Override
    public String jar() {
        return "";
    }

    @Override
    public Iterator<BotPlugin> plugins() {
        return all.iterator();
    }

    @Override
    public OwnPackages packages() {
        return new OwnPackages(Set.of());
    }

    /** Whoever has built the class path has its libraries on it. */
    @Override
    public List<String> lacks(BotPlugin plugin) {
        return List.of();
    }
}
