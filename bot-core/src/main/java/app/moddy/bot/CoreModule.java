package app.moddy.bot;

import app.moddy.bot.command.StaffSettings;
import app.moddy.bot.discord.DiscordSettings;
import app.moddy.bot.discord.StaffChannelSettings;
import app.moddy.bot.http.HttpSettings;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.TemplateSource;
import app.moddy.bot.plugin.BotInfo;
import app.moddy.bot.plugin.PluginSettings;
import app.moddy.bot.store.StoreSettings;
import com.google.inject.AbstractModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The settings, each for the package that it is for, and what several packages share. */
final class CoreModule extends AbstractModule {
    private final BotConfig config;

    CoreModule(BotConfig config) {
        this.config = config;
    }

    @Override
    protected void configure() {
        binder().disableCircularProxies();
        binder().requireExplicitBindings();
        bind(DiscordSettings.class).toInstance(config.discord());
        bind(DiscordsPace.class).toInstance(DiscordsPace.REAL);
        bind(HttpSettings.class).toInstance(config.http());
        bind(StaffSettings.class).toInstance(config.staff());
        bind(StaffChannelSettings.class)
                .toInstance(new StaffChannelSettings(
                        config.staff().channelId(), config.staff().auditChannelId()));
        bind(StoreSettings.class).toInstance(config.store());
        bind(MessageSettings.class).toInstance(config.messages());
        bind(TemplateSource.class).toInstance(TemplateSource.of(Bot.class));
        bind(PluginSettings.class).toInstance(config.plugins());
        bind(BotInfo.class).toInstance(new BotInfo(version()));
        bind(BotMetrics.class).asEagerSingleton();
    }

    /** Written by the build. */
    private static String version() {
        try (InputStream in = CoreModule.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "version.properties is missing"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
