package app.moddy.bot.discord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the whole bot, not one message, from sending.
 *
 * @param kind what it is
 * @param since when it began
 * @param nextProbe when it is tried whether it is over
 */
public record Alarm(Kind kind, Instant since, @Nullable Instant nextProbe) {
    /** The kinds. A closed set: switch over it without {@code default}. */
    public enum Kind {
        /** Discord refuses the token (401): nothing can be sent. */
        TOKEN_REFUSED,
        /** Discord has quarantined the bot (20026): no new DM channels until an appeal. */
        QUARANTINED,
        /** DM channels were opened too fast (40003): no new ones for a while. */
        OPENING_TOO_FAST
    }
}
