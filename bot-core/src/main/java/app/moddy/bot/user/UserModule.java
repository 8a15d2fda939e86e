package app.moddy.bot.user;

import app.moddy.bot.discord.DiscordConnection;
import app.moddy.bot.store.Store;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;

/** Wires the package. Core only. Needs a {@link Store} and the {@link DiscordConnection}. */
public final class UserModule extends AbstractModule {
    @Provides
    @Singleton
    UserLanguages languages(DiscordConnection connection, Store store) {
        StoredLanguages languages = new StoredLanguages(store);
        connection.listen(languages);
        return languages;
    }
}
