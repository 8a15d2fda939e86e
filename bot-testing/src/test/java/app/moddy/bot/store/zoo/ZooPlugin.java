package app.moddy.bot.store.zoo;

import app.moddy.bot.testing.Window;

/** A plugin whose tables refer to each other, and have a row from the beginning. */
public final class ZooPlugin extends Window {
    private final boolean ill;

    /** One that may be too ill to be wired. */
    public ZooPlugin(boolean ill) {
        super("zoo");
        this.ill = ill;
    }

    @Override
    protected void configure() {
        migrations();
        if (ill) {
            throw new IllegalStateException("the keeper is away");
        }
    }
}
