package app.moddy.bot.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds plugins and puts them in order, by name. One that cannot be loaded becomes a failed status. */
final class PluginLoader {
    private static final Logger log = LoggerFactory.getLogger(PluginLoader.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");

    /** A class path that cannot be listed at all throws again and again. */
    private static final int MOST_FAULTS = 100;

    private final PluginLimits limits;
    private final List<Named> plugins = new ArrayList<>();
    private final List<Unloaded> failed = new ArrayList<>();

    PluginLoader(PluginLimits limits) {
        this.limits = limits;
    }

    /** What was found; of two plugins of one name the one from the earlier source first. */
    record Found(List<Named> plugins, List<Unloaded> failed) {}

    /** One that could not even say its name. */
    record Unloaded(PluginStatus status, PluginFailure failure) {}

    /**
     * A plugin and the name that it gave when asked.
     *
     * @param source where it came from
     */
    record Named(String name, PluginSource source, BotPlugin plugin) {
        /** The file that it came from; empty for the class path. */
        String jar() {
            return source.jar();
        }

        /** Where its own code is. */
        OwnPackages packages() {
            return OwnPackages.of(plugin);
        }

        /** A step of its life. */
        LifeStep step() {
            return new LifeStep(name, plugin.getClass().getClassLoader());
        }

        /** It and where it came from, for sentences. */
        String title() {
            return "plugin " + name + (jar().isEmpty() ? "" : " (" + jar() + ")");
        }
    }

    Found find(List<PluginSource> sources) {
        sources.forEach(this::read);
        plugins.sort(Comparator.comparing(Named::name));
        return new Found(plugins, failed);
    }

    private void read(PluginSource source) {
        int before = plugins.size() + failed.size();
        try {
            readAll(source, limited(source, source::plugins));
            if (plugins.size() + failed.size() == before && !source.jar().isEmpty()) {
                throw new PluginFault("its services file names no class; write the name of the plugin's class into it");
            }
        } catch (Throwable e) {
            fail(source, e);
        }
    }

    private void readAll(PluginSource source, Iterator<BotPlugin> candidates) throws HangFault {
        for (int faults = 0; faults < MOST_FAULTS; ) {
            try {
                Optional<Named> next = limited(source, () -> next(source, candidates));
                if (next.isEmpty()) {
                    return;
                }
                plugins.add(next.get());
            } catch (HangFault e) {
                throw e; // it still has the iterator: nothing more can come from there
            } catch (Throwable e) { // a missing superclass, a class of a newer Java, a constructor that throws
                fail(source, e);
                faults++;
            }
        }
    }

    private <T> T limited(PluginSource source, Callable<T> work) throws Throwable {
        ClassLoader core = PluginLoader.class.getClassLoader();
        return new LifeStep(source.jar().isEmpty() ? "loader" : source.jar(), core)
                .within(limits.load(), "been loaded", work, LifeStep.Undo.NONE);
    }

    /** A faulty line of a services file throws here, once; the next call goes on behind it. */
    private static Optional<Named> next(PluginSource source, Iterator<BotPlugin> candidates) {
        return candidates.hasNext() ? Optional.of(named(source, candidates.next())) : Optional.empty();
    }

    private static Named named(PluginSource source, BotPlugin plugin) {
        String type = plugin.getClass().getName();
        String name = plugin.name();
        if (name == null || !NAME.matcher(name).matches()) {
            String fault = "its name '" + name + "' must be a-z, 0-9 and '-', from a letter on";
            throw new PluginFault(fault, type + ": " + fault);
        }
        return new Named(name, source, plugin);
    }

    private void fail(PluginSource source, Throwable e) {
        PluginFailure failure = PluginFailure.of(e, source.packages());
        String name = source.jar().isEmpty() ? "(unnamed)" : source.jar();
        log.error("Plugin {} cannot be loaded: {}", name, failure.detail(), failure.explained() ? null : e);
        failed.add(new Unloaded(
                new PluginStatus(name, source.jar(), PluginState.FAILED, failure.reason(), false), failure));
    }
}
