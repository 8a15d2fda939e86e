package app.moddy.bot.plugin;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.discord.MemberRoles;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.http.Route;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.store.Database;
import app.moddy.bot.store.StoreSource;
import app.moddy.bot.store.StoreStatus;
import app.moddy.bot.time.Timer;
import app.moddy.bot.user.UserLanguages;
import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Wires the package. Core only. Needs the other packages' services, and a {@link app.moddy.bot.message.TemplateSource} of what
 * core says; core's own commands are those of the set of {@link SlashCommand}s, its routes those of the set of {@link Route}s.
 */
public final class PluginModule extends AbstractModule {
    /** What every plugin finds in its injector. */
    private static final List<Class<?>> SERVICES = List.of(
            MessageTemplates.class,
            StaffChannel.class,
            AuditLog.class,
            DiscordStatus.class,
            StoreStatus.class,
            Instance.class,
            Timer.class,
            Clock.class,
            RandomGenerator.class,
            Plugins.class,
            BotInfo.class);

    /** The same, whose stages complete on the plugin's own threads. */
    private static final List<Class<?>> HANDED_OVER = List.of(Messenger.class, MemberRoles.class, UserLanguages.class);

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), SlashCommand.class);
        bind(CoreCommands.class);
        bind(PluginHost.class);
        bind(Plugins.class).to(PluginHost.class);
        bind(PluginLimits.class).toInstance(PluginLimits.DEFAULTS);
        bind(new TypeLiteral<Iterable<BotPlugin>>() {}).toProvider(() -> ServiceLoader.load(BotPlugin.class));
    }

    @Provides
    @Singleton
    PluginWiring wiring(
            Injector core,
            ActionRegistry actions,
            PluginSettings settings,
            Database database,
            StoreSource store,
            CoreCommands commands,
            Set<Route> routes,
            MetricsRegistry metrics,
            PluginLimits limits) {
        return new PluginWiring(
                threads -> services(core, threads),
                settings.sections(),
                actions,
                new PluginStores(database, store),
                commands,
                routes,
                metrics,
                limits);
    }

    private static Module services(Injector core, PluginThreads threads) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                SERVICES.forEach(this::share);
                HANDED_OVER.forEach(this::handOver);
            }

            private <T> void share(Class<T> service) {
                bind(service).toProvider(core.getProvider(service));
            }

            private <T> void handOver(Class<T> service) {
                bind(service).toInstance(Handover.of(service, core.getInstance(service), threads));
            }
        };
    }
}
