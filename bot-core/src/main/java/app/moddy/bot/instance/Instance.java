package app.moddy.bot.instance;

/** This run of the bot, beside which others may be at work on the same database. Thread-safe. */
public interface Instance {
    /** Its name in the table {@code instance}: no other run has it, none had it before. */
    String id();

    /**
     * Whether the others still count it among the living. If not, they take over what it was doing: it begins nothing any more
     * that nobody else must do.
     */
    boolean isLive();

    /** Runs this whenever another has come or gone, on a thread that must not be blocked. */
    void whenOthersChange(Runnable then);
}
