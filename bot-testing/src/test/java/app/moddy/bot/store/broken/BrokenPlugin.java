package app.moddy.bot.store.broken;

import app.moddy.bot.testing.Window;

/** A plugin with a migration that fails. */
public final class BrokenPlugin extends Window {
    /** The plugin. */
    public BrokenPlugin() {
        super("broken");
    }

    @Override
    protected void configure() {
        migrations();
    }
}
