package app.moddy.bot.discord;

import java.time.Duration;

/**
 * What an answer of Discord's to a sending means, before it is known whether an earlier try got through.
 *
 * @param kind what to make of it
 * @param retryAfter for {@link Kind#NOT_NOW}: how long it is likely to last
 */
record Verdict(Kind kind, Duration retryAfter) {
    enum Kind {
        DELIVERED,
        USER_NOT_FOUND,
        DM_CLOSED,
        REFUSED,
        /** Discord has not taken it, and may later. */
        NOT_NOW,
        /** The DM channel is gone: open it anew. */
        CHANNEL_GONE,
        /** Discord's own trouble: it may have taken the message or not. */
        UNKNOWN
    }

    static Verdict of(Kind kind) {
        return new Verdict(kind, Duration.ZERO);
    }

    static Verdict notNow(Duration retryAfter) {
        return new Verdict(Kind.NOT_NOW, retryAfter);
    }
}
