package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.Served;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.Replies;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.store.Store;
import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Wires one plugin over core's services, in an injector of its own, and starts it: all or nothing. */
final class PluginWiring {
    /** Guice repeats in java.util.logging what it throws anyway; held here, since loggers are collected as garbage. */
    private static final java.util.logging.Logger GUICE = java.util.logging.Logger.getLogger("com.google.inject");

    static {
        GUICE.setLevel(java.util.logging.Level.OFF);
    }

    private final Function<PluginThreads, Module> services;
    private final ConfigSection sections;
    private final ActionRegistry actions;
    private final PluginStores stores;
    private final CoreCommands core;
    private final Set<Endpoint> coreRoutes;
    private final MetricsRegistry metrics;
    private final PluginLimits limits;

    PluginWiring(
            Function<PluginThreads, Module> services,
            ConfigSection sections,
            ActionRegistry actions,
            PluginStores stores,
            CoreCommands core,
            Set<Route> coreRoutes,
            MetricsRegistry metrics,
            PluginLimits limits) {
        this.services = services;
        this.sections = sections;
        this.actions = actions;
        this.stores = stores;
        this.core = core;
        this.coreRoutes = coreRoutes.stream().map(Route::endpoint).collect(Collectors.toSet());
        this.metrics = metrics;
        this.limits = limits;
    }

    Optional<String> passingFault() {
        return stores.passingFault();
    }

    RunningPlugin start(PluginLoader.Named named, List<RunningPlugin> others) throws Throwable {
        LifeStep step = named.step();
        BotPlugin plugin = named.plugin();
        Wired wired = migrated(named, step);
        RunningPlugin registered = registered(named, wired, others);
        try {
            step.within(limits.start(), "started", () -> started(plugin, wired.injector()), plugin::stop);
        } catch (Throwable e) {
            actions.unregister(named.name());
            throw e;
        }
        return registered;
    }

    private static BotPlugin started(BotPlugin plugin, Injector injector) throws Exception {
        plugin.start(injector);
        return plugin;
    }

    /** Wires it and registers what it says, and that is all: nothing is started, no table is made. */
    RunningPlugin check(PluginLoader.Named named, List<RunningPlugin> others) throws Throwable {
        return registered(named, wire(named, named.step(), stores::unchanged), others);
    }

    /** Wires it and makes its tables; nothing is started. */
    RunningPlugin migrate(PluginLoader.Named named, List<RunningPlugin> others) throws Throwable {
        return registered(named, migrated(named, named.step()), others);
    }

    private Wired migrated(PluginLoader.Named named, LifeStep step) throws Throwable {
        return wire(
                named, step, threads -> step.uncounted(() -> stores.migrated(named.name(), named.plugin(), threads)));
    }

    private record Wired(Injector injector, Contributions contributions, PluginThreads threads) {}

    private Wired wire(PluginLoader.Named named, LifeStep step, Function<PluginThreads, Store> store) throws Throwable {
        return step.within(limits.start(), "been wired", () -> wired(named, store), LifeStep.Undo.NONE);
    }

    private Wired wired(PluginLoader.Named named, Function<PluginThreads, Store> store) {
        BotPlugin plugin = named.plugin();
        ConfigSection own = sections.section(named.name());
        PluginThreads threads =
                new PluginThreads(named.name(), plugin.getClass().getClassLoader(), named.packages());
        plugin.prepare(own, () -> store.apply(threads));
        Module owned = binder -> {
            binder.bind(Replies.class).toInstance(actions.replies(named.name()));
            binder.bind(Metrics.class).toInstance(metrics.of(named.name(), threads));
        };
        Injector injector =
                Guice.createInjector(Stage.PRODUCTION, services.apply(threads), owned, PluginWiring::verbs, plugin);
        if (!plugin.takesSettings() && !own.keys().isEmpty()) {
            String fault = "plugins." + named.name() + ": this plugin takes no settings; remove " + own.keys();
            throw new PluginFault(fault, fault + " (in " + own.source() + ")");
        }
        return new Wired(injector, Contributions.of(injector, threads), threads);
    }

    private RunningPlugin registered(PluginLoader.Named named, Wired wired, List<RunningPlugin> others)
            throws TemplateFaultException {
        Contributions contributions = wired.contributions();
        Map<String, String> ownersOfCommands = owners(others, Contributions::commands);
        core.labels().forEach(label -> ownersOfCommands.put(label, "core"));
        Map<Endpoint, String> ownersOfRoutes = owners(others, Contributions::routes);
        coreRoutes.forEach(endpoint -> ownersOfRoutes.put(endpoint, "core"));
        contributions.requireNew(ownersOfRoutes, ownersOfCommands);
        List<CommandData> commands =
                contributions.commands().values().stream().map(Served::data).toList();
        TemplateSource files = TemplateSource.of(named.plugin().getClass());
        actions.register(named.name(), contributions.actions(), commands, files);
        return new RunningPlugin(named, contributions, wired.threads());
    }

    /** A plugin that brings none of something has an empty set of it. */
    private static void verbs(Binder binder) {
        binder.disableCircularProxies();
        binder.requireExplicitBindings(); // a forgotten singleton would silently be one instance for each who asks
        Multibinder.newSetBinder(binder, new TypeLiteral<UserAction<?>>() {});
        Multibinder.newSetBinder(binder, Route.class);
        Multibinder.newSetBinder(binder, SlashCommand.class);
        Multibinder.newSetBinder(binder, UserMenu.class);
        Multibinder.newSetBinder(binder, CallerNote.class);
        Multibinder.newSetBinder(binder, HealthDetail.class);
    }

    private static <K> Map<K, String> owners(List<RunningPlugin> plugins, Function<Contributions, Map<K, ?>> part) {
        Map<K, String> owners = new HashMap<>();
        plugins.forEach(plugin -> part.apply(plugin.contributions())
                .keySet()
                .forEach(key -> owners.put(key, plugin.named().title())));
        return owners;
    }
}
