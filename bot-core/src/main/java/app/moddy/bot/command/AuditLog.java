package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.concurrent.CompletionStage;

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

    /**
     * Keeps a line of what somebody has only looked at: not told in the channel, where it would hide what was done.
     *
     * @param what one line of English: what was looked at, as {@code looked at ref 17}
     */
    void lookedAt(InteractionCall call, String what);

    /** The same of something that is a user's, who is named in the line until they are forgotten. */
    default void lookedAt(InteractionCall call, String what, Snowflake user) {
        lookedAt(call, what + ", user " + user);
    }

    /** Names this user no longer in lines of look-ups: they wish to be erased. Fails when it can not be done now. */
    CompletionStage<Void> forget(Snowflake user);
}
