package app.moddy.bot.discord;

import java.time.Duration;

/**
 * The times that are Discord's or our callers' to give.
 *
 * @param sendLimit how long one delivery may take; well below the time for which whoever sends it has the right to
 * @param pauseAfterEnd before a new login when Discord has ended a session for good
 * @param pauseAfterShortSession the same when it had hardly begun: a bot may identify 1,000 times a day, and should Discord
 *     end every session at once, this stays below
 * @param pauseAfterRefusal before a new login when Discord has refused a token that it took before
 * @param drain what is under way when the bot stops has this long to succeed; well below the ten seconds of a SIGTERM
 */
record Timing(
        Duration sendLimit,
        Duration pauseAfterEnd,
        Duration pauseAfterShortSession,
        Duration pauseAfterRefusal,
        Duration drain) {
    static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(25),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            Duration.ofSeconds(3));
}
