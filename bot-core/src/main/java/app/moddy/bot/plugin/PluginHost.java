package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.Served;
import app.moddy.bot.http.Route;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the plugins, each for itself: what one throws is its reason for not running, and the others run. Core only.
 * {@link #start} and {@link #stop} are for one thread; the rest is thread-safe.
 */
@Singleton
public final class PluginHost implements Plugins {
    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

    private final Iterable<BotPlugin> source;
    private final PluginSettings settings;
    private final CoreCommands core;
    private final PluginWiring wiring;
    private final HealthDetails details;
    private final List<PluginStatus> statuses = new CopyOnWriteArrayList<>();
    private final List<RunningPlugin> running = new CopyOnWriteArrayList<>();

    @Inject
    PluginHost(Iterable<BotPlugin> source, PluginSettings settings, CoreCommands core, PluginWiring wiring) {
        this.source = source;
        this.settings = settings;
        this.core = core;
        this.wiring = wiring;
        this.details = new HealthDetails();
    }

    /** Finds, wires and starts all plugins; afterwards says which ones do not run and why. */
    public void start() {
        each(wiring::start);
    }

    /** Finds and wires all plugins and starts none, to see what is wrong with them; no table is made. */
    public void check() {
        each(wiring::check);
    }

    private void each(Wire wire) {
        core.prepare();
        PluginLoader.Found found = new PluginLoader().find(source);
        found.failed().forEach(this::report);
        for (PluginLoader.Named named : found.plugins()) {
            if (settings.disabled().contains(named.name())) {
                report(new PluginStatus(named.name(), PluginState.DISABLED, "switched off by plugins.disabled", false));
            } else {
                startOne(named, wire);
            }
        }
        Set<String> names = statuses.stream().map(PluginStatus::name).collect(Collectors.toSet());
        unknown(settings.required(), names).forEach(name -> report(missing(name, names)));
        unknown(settings.disabled(), names)
                .forEach(name -> log.warn("plugins.disabled names '{}', and there is no such plugin", name));
        unknown(settings.sections().keySet(), names)
                .forEach(name -> log.warn("plugins.{} is configured, and there is no such plugin", name));
    }

    private static Stream<String> unknown(Collection<String> wanted, Set<String> names) {
        return wanted.stream().filter(name -> !names.contains(name)).sorted();
    }

    private static PluginStatus missing(String name, Set<String> names) {
        return new PluginStatus(name, PluginState.FAILED, "there is no such plugin; found: " + names, true);
    }

    // Anything thrown is caught: a plugin's static initialisers, missing classes and endless recursions are Errors.
    private void startOne(PluginLoader.Named named, Wire wire) {
        boolean required = settings.required().contains(named.name());
        try {
            running.add(wire.plugin(named, running));
            report(new PluginStatus(named.name(), PluginState.RUNNING, "", required));
        } catch (Throwable e) {
            PluginFailure failure = PluginFailure.of(e);
            statuses.add(new PluginStatus(named.name(), PluginState.FAILED, failure.reason(), required));
            log.error("Plugin {} does not run: {}", named.name(), failure.detail(), failure.explained() ? null : e);
        }
    }

    private void report(PluginStatus status) {
        statuses.add(status);
        switch (status.state()) {
            case RUNNING -> log.info("Plugin {} runs", status.name());
            case DISABLED -> log.info("Plugin {} is switched off", status.name());
            case FAILED -> log.error("Plugin {} does not run: {}", status.name(), status.reason());
        }
    }

    @Override
    public List<PluginStatus> all() {
        return statuses.stream()
                .sorted(Comparator.comparing(PluginStatus::name))
                .toList();
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

    /** The required plugins that do not run. */
    public List<PluginStatus> missing() {
        return statuses.stream()
                .filter(status -> status.required() && status.state() != PluginState.RUNNING)
                .toList();
    }

    /** The plugins that do not run, for whatever reason. */
    public List<String> absent() {
        return statuses.stream()
                .filter(status -> status.state() != PluginState.RUNNING)
                .map(PluginStatus::name)
                .toList();
    }

    /** The routes of the plugins that run. */
    public Collection<Route> routes() {
        return running.stream()
                .flatMap(plugin -> plugin.contributions().routes().values().stream())
                .toList();
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
        backwards("leave", BotPlugin::leave);
    }

    /** Stops the running plugins, the last started first. */
    public void stop() {
        backwards("stop", BotPlugin::stop);
        running.clear();
    }

    private void backwards(String what, Step step) {
        List<RunningPlugin> reverse = new ArrayList<>(running);
        Collections.reverse(reverse);
        for (RunningPlugin plugin : reverse) {
            try {
                step.on(plugin.plugin());
            } catch (Throwable e) {
                log.error("Plugin {} failed to {}", plugin.name(), what, e);
            }
        }
    }

    private interface Wire {
        RunningPlugin plugin(PluginLoader.Named named, List<RunningPlugin> others) throws Exception;
    }

    private interface Step {
        void on(BotPlugin plugin) throws Exception;
    }
}
