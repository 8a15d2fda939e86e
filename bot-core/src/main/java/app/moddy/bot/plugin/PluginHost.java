package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.Served;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.TextFailures;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the plugins, each for itself: what one throws is its reason for not running, and the others run. Core only.
 * {@link #start} and {@link #stop} are for one thread; the rest is thread-safe.
 */
@Singleton
public final class PluginHost implements Plugins {
    private final Iterable<BotPlugin> classPath;
    private final PluginSettings settings;
    private final CoreCommands core;
    private final Set<Route> coreRoutes;
    private final PluginWiring wiring;
    private final PluginLimits limits;
    private final TextFailures texts;
    private final HealthDetails details = new HealthDetails();
    private final PluginReport report;
    private final List<RunningPlugin> running = new CopyOnWriteArrayList<>();

    @Inject
    PluginHost(
            Iterable<BotPlugin> classPath,
            PluginSettings settings,
            CoreCommands core,
            Set<Route> coreRoutes,
            PluginWiring wiring,
            PluginLimits limits,
            TextFailures texts) {
        this.classPath = classPath;
        this.settings = settings;
        this.core = core;
        this.coreRoutes = coreRoutes;
        this.wiring = wiring;
        this.limits = limits;
        this.texts = texts;
        this.report = new PluginReport(settings);
    }

    /** Finds, wires and starts all plugins; afterwards says which ones do not run and why. */
    public void start() {
        each(wiring::start);
    }

    /** Finds and wires all plugins and starts none, to see what is wrong with them; no table is made. */
    public void check() {
        each(wiring::check);
    }

    /** Finds and wires all plugins, makes their tables, and starts none. */
    public void migrate() {
        each(wiring::migrate);
    }

    /**
     * Tells the plugins that what they keep was moved into another database.
     *
     * @param sql the transaction
     * @throws IllegalStateException naming the plugin that fails
     */
    public void moved(Sql sql) {
        for (RunningPlugin plugin : running) {
            try {
                plugin.named().plugin().moved(sql);
            } catch (StoreUnavailableException e) {
                throw e;
            } catch (RuntimeException e) { // its message may quote what it keeps
                throw new IllegalStateException(plugin.named().title() + " fails with what was moved", e);
            }
        }
    }

    /** Why the plugin of this name does not run; empty when it does, or when there is none. */
    public Optional<String> illness(String plugin) {
        return report.all().stream()
                .filter(status -> status.name().equals(plugin) && status.state() != PluginState.RUNNING)
                .findFirst()
                .map(status -> status.state() == PluginState.DISABLED ? "it is disabled" : status.reason());
    }

    private void each(Wire wire) {
        core.prepare();
        PluginLoader.Found found = new PluginLoader(limits).find(sources());
        Map<String, PluginLoader.Named> first = new HashMap<>();
        for (PluginLoader.Named named : found.plugins()) {
            if (settings.disabled().contains(named.name())) {
                report.disabled(named); // also the second of this name: nobody wants either
                continue;
            }
            PluginLoader.Named earlier = first.putIfAbsent(named.name(), named);
            if (earlier != null) {
                report.twin(named, earlier);
            } else {
                startOne(named, wire);
            }
        }
        report.complete(found.failed());
    }

    /** The class path first: what is installed beside the bot takes nothing's place. */
    private List<PluginSource> sources() {
        List<PluginSource> sources = new ArrayList<>(List.of(new ClassPath(classPath)));
        try {
            sources.addAll(PluginFolder.jars(settings.folder()));
        } catch (PluginFault e) {
            report.folderFault(e);
        }
        return sources;
    }

    // Anything thrown is caught: a plugin's static initialisers, missing classes and endless recursions are Errors.
    private void startOne(PluginLoader.Named named, Wire wire) {
        try {
            running.add(wire.plugin(named, running));
            report.runs(named);
        } catch (Throwable e) {
            report.failed(named, e);
            return;
        }
        report.lacks(named, named.source().lacks(named.plugin()));
    }

    /** All that keeps plugins from running or from running well, as the log tells it; each thing to mend once. */
    public List<String> faults() {
        return report.faults();
    }

    /** What is configured and comes to nothing. */
    public List<String> warnings() {
        return report.warnings();
    }

    @Override
    public List<PluginStatus> all() {
        Map<String, String> troubles = new HashMap<>();
        running.forEach(plugin -> troubles.put(plugin.name(), trouble(plugin)));
        return report.all().stream()
                .map(status -> status.state() == PluginState.RUNNING
                        ? status.with(troubles.getOrDefault(status.name(), ""))
                        : status)
                .toList();
    }

    private String trouble(RunningPlugin plugin) {
        return Stream.of(plugin.threads().trouble(), texts.of(plugin.name()))
                .filter(trouble -> !trouble.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public CompletionStage<List<PluginDetail>> details() {
        return details.of(List.copyOf(running));
    }

    @Override
    public PluginParts parts(String plugin) {
        return running.stream()
                .filter(candidate -> candidate.name().equals(plugin))
                .findFirst()
                .map(found -> PluginParts.of(found.contributions()))
                .orElse(PluginParts.NONE);
    }

    /**
     * Which plugin has not got its tables, and why, if the same start may succeed later: the database's server went away just then, or
     * takes no writes for now. Empty when there is none such.
     */
    public Optional<String> passingFault() {
        return wiring.passingFault();
    }

    /** The required plugins that do not run. */
    public List<PluginStatus> missing() {
        return report.all().stream()
                .filter(status -> status.required() && status.state() != PluginState.RUNNING)
                .toList();
    }

    /** The plugins that do not run, for whatever reason. */
    public List<String> absent() {
        Set<String> present = running.stream().map(RunningPlugin::name).collect(Collectors.toSet());
        return report.all().stream()
                .map(PluginStatus::name)
                .filter(name -> !present.contains(name))
                .toList();
    }

    /** The routes of core and of the plugins that run. */
    public Collection<Route> routes() {
        Stream<Route> ofPlugins = running.stream().flatMap(plugin -> plugin.contributions().routes().values().stream());
        return Stream.concat(coreRoutes.stream(), ofPlugins).toList();
    }

    /** What the plugins that run add to the internal API. */
    public List<PluginApi> apis() {
        return running.stream().map(PluginApi::of).toList();
    }

    /** What the plugins that run have to tell callers. */
    public Collection<CallerNote> notes() {
        return running.stream()
                .flatMap(plugin -> plugin.contributions().notes().stream())
                .toList();
    }

    /** The commands and user menus of core and of the plugins that run. */
    public Collection<Served> commands() {
        Stream<Served> ofPlugins =
                running.stream().flatMap(plugin -> plugin.contributions().commands().values().stream());
        return Stream.concat(core.served().stream(), ofPlugins).toList();
    }

    /** Tells the running plugins that the bot begins to stop. */
    public void leave() {
        PluginEnd.of(running, "left", limits.leave(), BotPlugin::leave);
    }

    /** Stops the running plugins; their last writes may still be under way, and what follows them on their threads. */
    public void stop() {
        PluginEnd.of(running, "stopped", limits.stop(), BotPlugin::stop);
    }

    /** Ends their threads, once nothing is under way any more. */
    public void release() {
        running.forEach(plugin -> plugin.threads().stop());
        running.clear();
    }

    private interface Wire {
        RunningPlugin plugin(PluginLoader.Named named, List<RunningPlugin> others) throws Throwable;
    }
}
