package app.moddy.bot.store;

import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.time.Timer;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the package. Core only. Needs {@link StoreSettings}, a {@link Timer}, a {@link Clock} and {@link Metrics}. */
public final class StoreModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(StoreLimits.class).toInstance(StoreLimits.DEFAULT);
    }

    @Provides
    @Singleton
    Database database(StoreSettings settings, StoreLimits limits, Timer timer, Clock clock, Metrics metrics) {
        return new Database(settings, limits, timer, clock, metrics);
    }

    @Provides
    StoreSource source(Database database) {
        return database.source();
    }

    @Provides
    Store store(StoreSource source, Timer timer) {
        return source.on(timer);
    }

    @Provides
    StoreStatus status(Database database) {
        return database.status();
    }
}
