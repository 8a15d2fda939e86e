package app.moddy.bot.store;

/** In what the databases differ for who writes SQL. */
public enum Dialect {
    /** One file, which one process has for itself. */
    SQLITE("", false),
    /** A server, which several processes share. */
    POSTGRESQL(" FOR UPDATE SKIP LOCKED", true);

    private final String skipLocked;
    private final boolean shared;

    Dialect(String skipLocked, boolean shared) {
        this.skipLocked = skipLocked;
        this.shared = shared;
    }

    /** The end of a query for rows that are changed next: those that somebody else is about to change are left out. */
    public String skipLocked() {
        return skipLocked;
    }

    /** Whether other instances of the bot may be at work on the same rows. */
    public boolean isShared() {
        return shared;
    }
}
