package app.moddy.bot.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How each plugin is, told once to the log and kept. Written by one thread; reading is thread-safe. */
final class PluginReport {
    /** How Maven's shade plugin calls the jar without what it has packed. */
    private static final String LEFT_OVER = "original-";

    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

    private final PluginSettings settings;
    private final List<PluginStatus> statuses = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    PluginReport(PluginSettings settings) {
        this.settings = settings;
    }

    void runs(PluginLoader.Named named) {
        report(status(named, PluginState.RUNNING, "", isRequired(named)));
    }

    void disabled(PluginLoader.Named named) {
        report(status(named, PluginState.DISABLED, "switched off by plugins.disabled", false));
    }

    void failed(PluginLoader.Named named, Throwable thrown) {
        PluginFailure failure = PluginFailure.of(thrown, named.packages());
        PluginStatus ill = status(named, PluginState.FAILED, failure.reason(), isRequired(named));
        statuses.add(ill);
        addFaults(ill, failure);
        log.error("Plugin {} does not run: {}", ill.title(), failure.detail(), failure.explained() ? null : thrown);
    }

    /** It runs, until it comes to what it lacks. */
    void lacks(PluginLoader.Named named, List<String> lacks) {
        for (String lack : lacks) {
            log.warn(
                    "Plugin {} runs, but {}",
                    status(named, PluginState.RUNNING, "", false).title(),
                    lack);
            faults.add(named.title() + ": " + lack);
        }
    }

    /** Never required itself: the first of this name may run. */
    void twin(PluginLoader.Named named, PluginLoader.Named first) {
        String place = first.jar().isEmpty() ? "comes with the bot" : "is in " + first.jar();
        String reason = "there is a plugin of this name already: it " + place + mend(named.jar(), first.jar());
        report(status(named, PluginState.FAILED, reason, false));
        faults.add(named.title() + ": " + reason);
    }

    /** Of two jars nobody but the operator knows which is meant: the newer, or the one that the shade plugin has not left over. */
    private static String mend(String jar, String first) {
        if (jar.isEmpty()) {
            return "";
        }
        if (first.isEmpty()) {
            return "; remove " + jar;
        }
        boolean isLeftOver = jar.startsWith(LEFT_OVER) || first.startsWith(LEFT_OVER);
        return isLeftOver
                ? "; keep the one that does not begin with " + LEFT_OVER + ", which has the libraries"
                : "; keep one of the two";
    }

    void folderFault(PluginFault fault) {
        report(new PluginStatus("(plugins folder)", "", PluginState.FAILED, fault.reason(), false));
        faults.add(fault.reason());
    }

    /** Last: whether what the configuration names is there. */
    void complete(List<PluginLoader.Unloaded> unloaded) {
        List<String> broken = unloaded.stream().map(jar -> jar.status().name()).toList();
        Set<String> names = statuses.stream().map(PluginStatus::name).collect(Collectors.toCollection(TreeSet::new));
        for (PluginLoader.Unloaded jar : unloaded) { // the loader has told the log
            statuses.add(jar.status());
            addFaults(jar.status(), jar.failure());
        }
        String found = "found: " + names + (broken.isEmpty() ? "" : "; not loaded: " + broken);
        unknown(settings.required(), names).forEach(name -> missing(name, found, !broken.isEmpty()));
        unknown(settings.disabled(), names).forEach(name -> {
            log.warn("plugins.disabled names '{}', and there is no such plugin; {}", name, found);
            warnings.add("plugins.disabled names '" + name + "', and there is no such plugin; " + found);
        });
        unknown(settings.sections().keys(), names).forEach(name -> {
            log.warn("plugins.{} is configured, and there is no such plugin; {}", name, found);
            warnings.add("plugins." + name + " is configured, and there is no such plugin; " + found);
        });
    }

    /** One that is required. Where a jar is broken, that is the fault, and this probably its consequence. */
    private void missing(String name, String found, boolean isConsequence) {
        PluginStatus absent = new PluginStatus(name, "", PluginState.FAILED, "there is no such plugin; " + found, true);
        report(absent);
        (isConsequence ? warnings : faults).add("plugins.required names '" + name + "', and " + absent.reason());
    }

    private static Stream<String> unknown(Collection<String> wanted, Set<String> names) {
        return wanted.stream().filter(name -> !names.contains(name)).sorted();
    }

    private boolean isRequired(PluginLoader.Named named) {
        return settings.required().contains(named.name());
    }

    private static PluginStatus status(PluginLoader.Named named, PluginState state, String reason, boolean required) {
        return new PluginStatus(named.name(), named.jar(), state, reason, required);
    }

    private void report(PluginStatus status) {
        statuses.add(status);
        switch (status.state()) {
            case RUNNING -> log.info("Plugin {} runs", status.title());
            case DISABLED -> log.info("Plugin {} is switched off", status.title());
            case FAILED -> log.error("Plugin {} does not run: {}", status.title(), status.reason());
        }
    }

    private void addFaults(PluginStatus ill, PluginFailure failure) {
        failure.faults().forEach(fault -> faults.add("plugin " + ill.title() + ": " + fault));
    }

    /** All that keeps plugins from running or from running well, each thing that is to be mended once. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What is configured and comes to nothing. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** By name. */
    List<PluginStatus> all() {
        return statuses.stream()
                .sorted(Comparator.comparing(PluginStatus::name))
                .toList();
    }
}
