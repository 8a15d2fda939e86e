package app.moddy.bot.plugin;

import app.moddy.bot.store.Database;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreFaultException;

/** Gives a plugin the store once its tables are there. */
final class PluginStores {
    private final Database database;
    private final Store store;

    PluginStores(Database database, Store store) {
        this.database = database;
        this.store = store;
    }

    /** The store as it is. */
    Store unchanged() {
        return store;
    }

    /** The store, after this plugin's migrations. */
    Store migrated(String name, BotPlugin plugin) {
        try {
            database.migrate(name, plugin.getClass());
            return store;
        } catch (StoreFaultException e) {
            throw new PluginFault("its tables can not be brought up to date: " + e.getMessage());
        }
    }
}
