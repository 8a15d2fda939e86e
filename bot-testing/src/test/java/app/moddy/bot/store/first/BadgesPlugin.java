package app.moddy.bot.store.first;

import app.moddy.bot.store.Store;
import app.moddy.bot.testing.Window;
import com.google.inject.Injector;

/** A plugin that keeps data. */
public final class BadgesPlugin extends Window {
    /** The plugin of this name. */
    public BadgesPlugin(String name) {
        super(name);
    }

    @Override
    protected void configure() {
        migrations();
    }

    @Override
    public void start(Injector own) {
        super.start(own);
        var unused = get(Store.class)
                .write(sql -> sql.update("INSERT INTO badge (id, name) SELECT count(*), 'gold' FROM badge"));
    }
}
