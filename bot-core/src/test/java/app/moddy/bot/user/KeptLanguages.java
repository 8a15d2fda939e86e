package app.moddy.bot.user;

import app.moddy.bot.store.Store;

/** The real languages of users, without a Discord. */
public final class KeptLanguages {
    private KeptLanguages() {}

    /** Those that this store keeps. */
    public static UserLanguages in(Store store) {
        return new StoredLanguages(store);
    }
}
