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
    private volatile @Nullable StoreFaultException passing;

    PluginStores(Database database, StoreSource source) {
        this.database = database;
        this.source = source;
    }

    /** Why a plugin's tables could not be made that a later start may make; empty when there is none such. */
    Optional<StoreFaultException> passing() {
        return Optional.ofNullable(passing);
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
            passing = e.passes() ? e : passing;
            throw new PluginFault("its tables can not be brought up to date: " + e.getMessage());
        }
    }
}
