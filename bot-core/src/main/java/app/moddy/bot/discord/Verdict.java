package app.moddy.bot.discord;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of Discord's to a call means.
 *
 * @param kind what to make of it
 * @param retryAfter for {@link Kind#NOT_NOW}: how long it is likely to last
 * @param alarm for {@link Kind#NOT_NOW}: what it says of the whole bot
 */
record Verdict(Kind kind, Duration retryAfter, Alarm.@Nullable Kind alarm) {
    enum Kind {
        /** Discord has done what it was asked for. */
        DONE,
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
        return new Verdict(kind, Duration.ZERO, null);
    }

    static Verdict notNow(Duration retryAfter) {
        return new Verdict(Kind.NOT_NOW, retryAfter, null);
    }

    static Verdict alarm(Alarm.Kind alarm, Duration retryAfter) {
        return new Verdict(Kind.NOT_NOW, retryAfter, alarm);
    }
}
