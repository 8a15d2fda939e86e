package app.moddy.bot.discord;

import java.time.Duration;

/**
 * Whether a message is in a user's DMs.
 *
 * @param outcome what was found
 * @param code why it is not known, for staff: Discord's error code, an HTTP status, or a few words; else empty
 * @param retryAfter when another search makes sense; zero unless the outcome is {@link Outcome#NOT_NOW}
 */
public record Search(Outcome outcome, String code, Duration retryAfter) {
    /** What was found. */
    public enum Outcome {
        /** It is there. */
        FOUND,
        /** It is not there. */
        NOT_FOUND,
        /** Discord does not say now, and may later. */
        NOT_NOW,
        /** Discord will not say. */
        NEVER
    }
}
