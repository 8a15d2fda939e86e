package app.moddy.bot.store.broken;

/** The migrations lie beside it. */
public final class Beside {
    private Beside() {}
}
