package app.moddy.bot.plugin;

import app.moddy.bot.store.Database;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.bot.store.StoreSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a plugin the store, on its own threads, once its tables are there. */
final class PluginStores {
    private final Database database;
    private final StoreSource source;
    private volatile @Nullable String passingFault;

    PluginStores(Database database, StoreSource source) {
        this.database = database;
        this.source = source;
    }

    /** Which plugin's tables could not be made that a later start may make, and why; empty when there is none such. */
    Optional<String> passingFault() {
        return Optional.ofNullable(passingFault);
    }

    /** The store as it is. */
    Store unchanged(PluginThreads threads) {
        return source.on(threads::resume);
    }

    /** The store, after this plugin's migrations. */
    Store migrated(String name, BotPlugin plugin, PluginThreads threads) {
        try {
            database.migrate(name, plugin.getClass());
            return source.on(threads::resume);
        } catch (StoreFaultException e) {
            passingFault = e.passes() ? name + ": " + e.getMessage() : passingFault;
            throw new PluginFault("its tables can not be brought up to date: " + e.getMessage());
        }
    }
}
