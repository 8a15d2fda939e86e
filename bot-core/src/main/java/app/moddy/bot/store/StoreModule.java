package app.moddy.bot.store;

import app.moddy.bot.time.Timer;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the package. Core only. Needs {@link StoreSettings}, a {@link Timer} and a {@link Clock}. */
public final class StoreModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(StoreLimits.class).toInstance(StoreLimits.DEFAULT);
    }

    @Provides
    @Singleton
    Database database(StoreSettings settings, StoreLimits limits, Timer timer, Clock clock) {
        return new Database(settings, limits, timer, clock);
    }

    @Provides
    Store store(Database database) {
        return database.store();
    }

    @Provides
    StoreStatus status(Database database) {
        return database.status();
    }
}
