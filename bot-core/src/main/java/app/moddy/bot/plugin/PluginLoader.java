package app.moddy.bot.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds plugins and puts them in order, by name. One that cannot be loaded becomes a failed status. */
final class PluginLoader {
    private static final Logger log = LoggerFactory.getLogger(PluginLoader.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");

    /** A class path that cannot be listed at all throws again and again. */
    private static final int MOST_FAULTS = 100;

    /** What was found. */
    record Found(List<Named> plugins, List<PluginStatus> failed) {}

    /** A plugin and the name that it gave when asked. */
    record Named(String name, BotPlugin plugin) {}

    Found find(Iterable<BotPlugin> source) {
        List<Named> plugins = new ArrayList<>();
        List<PluginStatus> failed = new ArrayList<>();
        Iterator<BotPlugin> candidates = source.iterator();
        while (hasNext(candidates, failed)) {
            try {
                BotPlugin plugin = candidates.next();
                plugins.add(named(plugin));
            } catch (Throwable e) { // a missing superclass, a class of a newer Java, a constructor that throws
                failed.add(failure(e));
            }
        }
        plugins.sort(Comparator.comparing(Named::name));
        return new Found(plugins, failed);
    }

    /** A faulty line of a services file throws here, once; the next call goes on behind it. */
    private static boolean hasNext(Iterator<BotPlugin> candidates, List<PluginStatus> failed) {
        for (int faults = 0; faults < MOST_FAULTS; faults++) {
            try {
                return candidates.hasNext();
            } catch (Throwable e) {
                failed.add(failure(e));
            }
        }
        return false;
    }

    private static Named named(BotPlugin plugin) {
        String type = plugin.getClass().getName();
        String name = plugin.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new PluginFault(type + ": its name '" + name + "' must be a-z, 0-9 and '-', from a letter on");
        }
        return new Named(name, plugin);
    }

    /** The log has the details; what is told over HTTP and in Discord names nothing of the inside. */
    private static PluginStatus failure(Throwable e) {
        log.error("A plugin cannot be loaded", e);
        return new PluginStatus(
                "(unnamed)", PluginState.FAILED, "a plugin cannot be loaded; the log says which", false);
    }

    /** Those on the class path. */
    static Iterable<BotPlugin> classPath() {
        return ServiceLoader.load(BotPlugin.class);
    }
}
