package app.moddy.bot.store.second;

/** The migrations lie beside it. */
public final class Beside {
    private Beside() {}
}
