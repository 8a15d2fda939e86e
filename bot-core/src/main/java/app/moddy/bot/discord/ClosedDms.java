package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final UserMemory<Instant> until = new UserMemory<>(MOST);

    ClosedDms(Clock clock) {
        this.clock = clock;
    }

    /** @param asOf the number of the last erasure before Discord was asked */
    void closed(Snowflake user, long asOf) {
        until.put(user, clock.instant().plus(REMEMBERED), asOf);
    }

    /** They may have opened them: they have just used the bot, or staff try it. */
    void forget(Snowflake user) {
        until.remove(user);
    }

    /** They were erased, which has this number. */
    void forgotten(Snowflake user, long number) {
        until.forgotten(user, number);
    }

    /** Other instances may have erased anybody, up to this number. */
    void forgottenUpTo(long number) {
        until.forgottenUpTo(number);
    }

    boolean isClosed(Snowflake user) {
        return until(user).isPresent();
    }

    /** Until when it is remembered; empty when it is not. */
    Optional<Instant> until(Snowflake user) {
        Instant end = until.get(user);
        if (end != null && !clock.instant().isBefore(end)) {
            until.remove(user, end);
            return Optional.empty();
        }
        return Optional.ofNullable(end);
    }
}
