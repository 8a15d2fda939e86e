package app.moddy.bot;

/**
 * How many requests the Discord that the bot speaks to takes.
 *
 * @param requestsPerSecond more than these are worth a warning
 */
record DiscordsPace(double requestsPerSecond) {
    /** The real one's (<a href="https://discord.com/developers/docs/topics/rate-limits#global-rate-limit">Discord: rate
     * limits</a>). */
    static final DiscordsPace REAL = new DiscordsPace(50);
}
