package app.moddy.bot.store;

import app.moddy.bot.Bot;
import app.moddy.bot.config.Secret;
import app.moddy.bot.metrics.MetricsModule;
import app.moddy.bot.time.SettableClock;
import app.moddy.bot.time.ThreadTimer;
import app.moddy.bot.time.TimeModule;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A store as the bot has it, with its own threads, and a clock that a test moves. */
final class OpenDatabase implements AutoCloseable {
    private final SettableClock clock = new SettableClock();
    private final Injector injector;
    private final Database database;

    private OpenDatabase(StoreSettings where, Module[] replacements) throws StoreFaultException {
        Module settings = new AbstractModule() {
            @Override
            protected void configure() {
                bind(StoreSettings.class).toInstance(where);
            }
        };
        Module clockModule = new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(clock);
            }
        };
        injector = Guice.createInjector(
                Modules.override(new TimeModule(), new MetricsModule(), new StoreModule(), settings)
                        .with(Modules.combine(replacements), clockModule));
        database = injector.getInstance(Database.class);
        database.open(Bot.class);
    }

    static OpenDatabase in(Path folder, Module... replacements) throws StoreFaultException {
        return new OpenDatabase(new StoreSettings(folder.toString(), null), replacements);
    }

    /** On PostgreSQL at this address. */
    static OpenDatabase at(String url) throws StoreFaultException {
        return new OpenDatabase(new StoreSettings("no folder is made", Secret.of(url)), new Module[0]);
    }

    Database database() {
        return database;
    }

    Store store() {
        return injector.getInstance(Store.class);
    }

    StoreStatus status() {
        return injector.getInstance(StoreStatus.class);
    }

    SettableClock clock() {
        return clock;
    }

    /** Writes, and waits for it. */
    <T> T write(Store.Work<T> work) {
        return await(store().write(work));
    }

    /** Reads, and waits for it. */
    <T> T read(Store.Work<T> work) {
        return await(store().read(work));
    }

    /** The status, once it is there. */
    String fault() {
        return await(status().fault());
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        database.close();
        injector.getInstance(ThreadTimer.class).close();
    }
}
