package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import app.moddy.bot.message.UserAction;
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
import java.util.Set;
import java.util.function.Function;

/** Wires one plugin over core's services, in an injector of its own, and starts it: all or nothing. */
final class PluginWiring {
    /** Guice repeats in java.util.logging what it throws anyway; held here, since loggers are collected as garbage. */
    private static final java.util.logging.Logger GUICE = java.util.logging.Logger.getLogger("com.google.inject");

    static {
        GUICE.setLevel(java.util.logging.Level.OFF);
    }

    private final Module services;
    private final Map<String, ConfigSection> sections;
    private final ActionRegistry actions;
    private final PluginStores stores;

    PluginWiring(Module services, Map<String, ConfigSection> sections, ActionRegistry actions, PluginStores stores) {
        this.services = services;
        this.sections = sections;
        this.actions = actions;
        this.stores = stores;
    }

    RunningPlugin start(PluginLoader.Named named, List<RunningPlugin> others, Set<String> commandsOfCore)
            throws Exception {
        BotPlugin plugin = named.plugin();
        if (others.stream().anyMatch(other -> other.name().equals(named.name()))) {
            throw new PluginFault("there is a plugin of this name already");
        }
        ConfigSection own = sections.get(named.name());
        plugin.prepare(
                own == null ? ConfigSection.empty("plugins." + named.name()) : own,
                () -> stores.migrated(named.name(), plugin));
        Injector injector = Guice.createInjector(Stage.PRODUCTION, services, PluginWiring::verbs, plugin);
        if (own != null && !plugin.takesSettings() && !own.keys().isEmpty()) {
            throw new PluginFault("plugins." + named.name() + ": this plugin takes no settings; remove " + own.keys());
        }
        Contributions contributions = Contributions.of(injector);
        Map<String, String> ownersOfCommands = owners(others, Contributions::commands);
        commandsOfCore.forEach(label -> ownersOfCommands.put(label, "core"));
        contributions.requireNew(owners(others, Contributions::routes), ownersOfCommands);
        return started(named, injector, contributions);
    }

    private RunningPlugin started(PluginLoader.Named named, Injector injector, Contributions contributions)
            throws Exception {
        register(named, contributions);
        try {
            named.plugin().start(injector);
        } catch (Exception | Error e) {
            actions.unregister(named.name());
            throw e;
        }
        return new RunningPlugin(named.name(), named.plugin(), contributions);
    }

    private void register(PluginLoader.Named named, Contributions contributions) throws TemplateFaultException {
        if (!contributions.actions().isEmpty()) {
            TemplateSource files = TemplateSource.of(named.plugin().getClass());
            actions.register(named.name(), contributions.actions(), files);
        }
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
    }

    private static <K> Map<K, String> owners(List<RunningPlugin> plugins, Function<Contributions, Map<K, ?>> part) {
        Map<K, String> owners = new HashMap<>();
        plugins.forEach(plugin ->
                part.apply(plugin.contributions()).keySet().forEach(key -> owners.put(key, "plugin " + plugin.name())));
        return owners;
    }
}
