package app.moddy.bot.discord;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the package. Core only. Needs {@link DiscordSettings} and a {@link Clock}. */
public final class DiscordModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DiscordConnection.class);
        bind(DiscordStatus.class).to(DiscordConnection.class);
        bind(DiscordLogin.class).in(Singleton.class);
        bind(Messenger.class).to(JdaMessenger.class).in(Singleton.class);
        bind(Timing.class).toInstance(Timing.DEFAULT);
    }

    @Provides
    @Singleton
    RestHealth restHealth(Clock clock) {
        return new RestHealth(clock);
    }

    @Provides
    @Singleton
    WireTap wireTap() {
        return new WireTap();
    }
}
