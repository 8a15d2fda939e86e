package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Users who take no DMs from us, as Discord said not long ago: asking again would count toward its ban
 * (<a href="https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans">Discord: invalid
 * requests</a>). Thread-safe.
 */
final class ClosedDms {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<Snowflake, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Snowflake, Instant> eldest) {
            return size() > MOST;
        }
    };

    ClosedDms(Clock clock) {
        this.clock = clock;
    }

    synchronized void closed(Snowflake user) {
        until.remove(user); // out and in again: the order is that of the times
        until.put(user, clock.instant().plus(REMEMBERED));
    }

    /** They may have opened them: they have just used the bot, wish to be forgotten, or staff try it. */
    synchronized void forget(Snowflake user) {
        until.remove(user);
    }

    synchronized boolean isClosed(Snowflake user) {
        return until(user).isPresent();
    }

    /** Until when it is remembered; empty when it is not. */
    synchronized Optional<Instant> until(Snowflake user) {
        Instant end = until.get(user);
        if (end != null && !clock.instant().isBefore(end)) {
            until.remove(user);
            return Optional.empty();
        }
        return Optional.ofNullable(end);
    }
}
