package app.moddy.bot.testing;

/** Stands before one of the bot's ports, and holds up or fails what passes while a test wishes it. Thread-safe. */
public interface PortGate {
    /** What comes from now on waits. */
    void hold();

    /** What comes from now on fails like this. */
    void failWith(RuntimeException reason);

    /** What waits goes on, and what comes from now on passes. */
    void release();
}
