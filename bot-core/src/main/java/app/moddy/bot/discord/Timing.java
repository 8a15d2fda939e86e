package app.moddy.bot.discord;

import java.time.Duration;

/**
 * The times that are Discord's or our callers' to give.
 *
 * @param sendLimit how long one message may take: half a second below the eight within which a caller has its answer
 * @param pauseAfterEnd before a new login when Discord has ended a session for good: a bot may identify 1,000 times a
 *     day, and should every session be ended, this stays well below
 */
record Timing(Duration sendLimit, Duration pauseAfterEnd) {
    static final Timing DEFAULT = new Timing(Duration.ofMillis(7_500), Duration.ofMinutes(2));
}
