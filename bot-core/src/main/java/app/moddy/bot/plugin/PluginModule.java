package app.moddy.bot.plugin;

import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.MessageTemplates;
import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.TypeLiteral;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the package. Core only. Needs the other packages' services. */
public final class PluginModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PluginHost.class);
        bind(Plugins.class).to(PluginHost.class);
        bind(new TypeLiteral<Iterable<BotPlugin>>() {}).toProvider(PluginLoader::classPath);
    }

    @Provides
    @Singleton
    PluginWiring wiring(
            ActionRegistry actions,
            MessageTemplates templates,
            Messenger messenger,
            DiscordStatus discord,
            Provider<Plugins> all,
            BotInfo info,
            PluginSettings settings,
            Clock clock) {
        AbstractModule services = new AbstractModule() {
            @Override
            protected void configure() {
                bind(MessageTemplates.class).toInstance(templates);
                bind(Messenger.class).toInstance(messenger);
                bind(DiscordStatus.class).toInstance(discord);
                bind(Plugins.class).toProvider(all);
                bind(BotInfo.class).toInstance(info);
                bind(Clock.class).toInstance(clock);
            }
        };
        return new PluginWiring(services, settings.sections(), actions);
    }
}
