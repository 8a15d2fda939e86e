package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a notification, leased to this run of the bot.
 *
 * @param number counts from 1; with the run it is the fence: a result that comes after somebody else took over is void
 * @param acceptedAt when it was recorded: it was not sent before
 * @param triedSince likewise, or when staff last retried it: it is given up so long after that
 * @param doubt from an earlier attempt; null: nothing of it was sent before
 * @param mentioned whether its user was mentioned in the fallback channel for it, before staff had it sent again
 * @param erasures how many users had been erased when the store was asked for it ({@link Leases#erasures})
 */
record Attempt(
        long id,
        int number,
        Snowflake user,
        StoredNotice notice,
        Instant acceptedAt,
        Instant triedSince,
        Instant startedAt,
        @Nullable Doubt doubt,
        boolean mentioned,
        long erasures) {
    /** When somebody else may take over. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** After that nothing more is sent: well before the lease ends. */
    static final Duration LIMIT = Duration.ofSeconds(25);

    /** The ref in the embed's footer, and Discord's nonce. */
    String ref() {
        return Long.toString(id);
    }
}
