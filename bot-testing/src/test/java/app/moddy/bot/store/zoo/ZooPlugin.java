package app.moddy.bot.store.zoo;

import app.moddy.bot.store.Sql;
import app.moddy.bot.testing.Window;
import java.util.function.Consumer;

/** A plugin whose tables refer to each other, and have a row from the beginning. */
public final class ZooPlugin extends Window {
    private final Runnable wired;
    private final Consumer<Sql> moved;

    /** One that is well. */
    public ZooPlugin() {
        this(() -> {}, sql -> {});
    }

    /** One that does this when it is wired, and that when it is moved. */
    public ZooPlugin(Runnable wired, Consumer<Sql> moved) {
        super("zoo");
        this.wired = wired;
        this.moved = moved;
    }

    @Override
    protected void configure() {
        migrations();
        wired.run();
    }

    @Override
    public void moved(Sql sql) {
        moved.accept(sql);
    }
}
