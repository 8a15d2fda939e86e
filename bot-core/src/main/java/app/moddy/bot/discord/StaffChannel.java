package app.moddy.bot.discord;

/** The channel where staff are told what asks for them ({@code staff.channel_id}). Thread-safe. */
public interface StaffChannel {
    /**
     * Says it there, if there is such a channel; mentions nobody. Best effort: what can not be said is logged.
     *
     * @param text Discord Markdown, at most 2,000 characters
     */
    void tell(String text);
}
