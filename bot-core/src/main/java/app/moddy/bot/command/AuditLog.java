package app.moddy.bot.command;

/**
 * What staff have done with the bot, kept for 365 days, and told in {@code staff.audit_channel_id} if there is such a
 * channel. Thread-safe.
 */
public interface AuditLog {
    /**
     * Keeps a line. Nobody waits for it: whether it could be kept is logged.
     *
     * @param call who did it, with which command
     * @param what one line of English, 1 to 200 characters: what was done, without what it says to users, and without ids of
     *     users who asked to be forgotten
     */
    void record(InteractionCall call, String what);
}
