package app.moddy.bot.user;

import app.moddy.bot.discord.DiscordConnection;
import app.moddy.bot.instance.Instances;
import app.moddy.bot.store.Store;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;

/** Wires the package. Core only. Needs a {@link Store}, the {@link Instances} and the {@link DiscordConnection}. */
public final class UserModule extends AbstractModule {
    @Provides
    @Singleton
    UserLanguages languages(DiscordConnection connection, Store store, Instances instances) {
        int mostInMemory = instances.isShared() ? 0 : StoredLanguages.MOST_IN_MEMORY;
        StoredLanguages languages = new StoredLanguages(store, mostInMemory);
        connection.listen(languages);
        return languages;
    }
}
