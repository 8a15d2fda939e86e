package app.moddy.bot.discord;

/** The channel where is told what staff have done with the bot ({@code staff.audit_channel_id}). Core only. Thread-safe. */
@FunctionalInterface
public interface AuditChannel {
    /**
     * Says it there, if there is such a channel; mentions nobody. Best effort: what can not be said is logged.
     *
     * @param text Discord Markdown, at most 2,000 characters
     */
    void tell(String text);
}
