package app.moddy.bot.discord;

/** What it takes to write to a user. */
public enum Reach {
    /** The DM channel is known: one call. */
    KNOWN,
    /** The DM channel must be opened first, which Discord allows only now and then: two calls. */
    NEW
}
