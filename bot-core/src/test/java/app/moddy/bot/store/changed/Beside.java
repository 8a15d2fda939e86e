package app.moddy.bot.store.changed;

/** The migrations lie beside it. */
public final class Beside {
    private Beside() {}
}
