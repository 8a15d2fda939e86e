package app.moddy.bot.discord;

import java.time.Duration;

/**
 * Hears of the requests to Discord that need our token, whoever makes them; callbacks and webhooks of interactions need none.
 * Thread-safe.
 */
interface Traffic {
    /** What a rate limit holds up. */
    enum Scope {
        /** Every request: the limit of the whole bot, or Cloudflare's ban of this address. */
        EVERYTHING,
        /** The opening of DM channels. */
        OPENING
    }

    /** A request goes out that no {@link Errand} has paid for. */
    void unpaid();

    /**
     * Discord has answered a request.
     *
     * @param code Discord's error code; 0 when there is none
     */
    void answered(int httpStatus, int code);

    /** A request had no answer: no connection, or it broke, or nothing came. */
    void failed();

    /** Discord has answered 429, told before {@link #answered}. */
    void limited(Scope scope, Duration pause);
}
