package app.moddy.bot.instance;

/** This run of the bot, beside which others may be at work on the same database. Thread-safe; asks nobody. */
public interface Instance {
    /** Its name in the table {@code instance}: no other run has it, none had it before. */
    String id();

    /**
     * Whether the others still count it among the living, and have left it its share of the pace. If not, they may take over what
     * it was doing: it begins nothing that nobody else must do. It may be live again later, without a word.
     */
    boolean isLive();

    /** How often it was not: what it began before the last time may be another's by now, also when it is live again. */
    long absences();

    /** Runs this whenever another has come or gone, on a thread that must not be blocked. */
    void whenOthersChange(Runnable then);
}
