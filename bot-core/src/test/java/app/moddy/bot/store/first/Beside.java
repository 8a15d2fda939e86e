package app.moddy.bot.store.first;

/** The migrations lie beside it. */
public final class Beside {
    private Beside() {}
}
