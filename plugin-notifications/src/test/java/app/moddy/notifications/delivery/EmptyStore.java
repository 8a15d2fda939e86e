package app.moddy.notifications.delivery;

import app.moddy.bot.Bot;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.store.StoreFaultException;
import app.moddy.notifications.NotificationsPlugin;
import java.nio.file.Path;

/** A store with the tables of core and of this plugin, which writes when it is told to. */
final class EmptyStore {
    private EmptyStore() {}

    static SteppedStore in(Path folder) throws StoreFaultException {
        SteppedStore store = SteppedStore.in(folder, Runnable::run, false);
        store.migrate("", Bot.class);
        store.migrate("notifications", NotificationsPlugin.class);
        return store;
    }
}
