package app.moddy.bot.store.misnamed;

/** The migrations lie beside it. */
public final class Beside {
    private Beside() {}
}
