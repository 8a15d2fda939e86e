package app.moddy.bot.store.first;

import app.moddy.bot.store.Store;
import app.moddy.bot.testing.Window;
import com.google.inject.Injector;
import java.util.function.Consumer;

/** A plugin that keeps data. */
public final class BadgesPlugin extends Window {
    private final Consumer<Store> atTheEnd;

    /** The plugin of this name. */
    public BadgesPlugin(String name) {
        this(name, store -> {});
    }

    /** One that does this when it stops. */
    public BadgesPlugin(String name, Consumer<Store> atTheEnd) {
        super(name);
        this.atTheEnd = atTheEnd;
    }

    @Override
    public void stop() {
        atTheEnd.accept(get(Store.class));
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
