package app.moddy.bot.store;

/** In what the databases differ for who writes SQL. */
public enum Dialect {
    /** One file, which one process has for itself. */
    SQLITE("", false, "CAST(unixepoch('subsec') * 1000 AS INTEGER)"),
    /** A server, which several processes share. */
    POSTGRESQL(" FOR UPDATE SKIP LOCKED", true, "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)");

    private final String skipLocked;
    private final boolean shared;
    private final String now;

    Dialect(String skipLocked, boolean shared, String now) {
        this.skipLocked = skipLocked;
        this.shared = shared;
        this.now = now;
    }

    /** The end of a query for rows that are changed next: those that somebody else is about to change are left out. */
    public String skipLocked() {
        return skipLocked;
    }

    /** Whether other instances of the bot may be at work on the same rows. */
    public boolean isShared() {
        return shared;
    }

    /** An expression: the time on the database's own clock, in milliseconds since 1970. */
    public String now() {
        return now;
    }
}
