package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A number of tokens that grows with time up to a bound; below zero when more was charged than there was. In any stretch of
 * time no more are taken than the bound and what grows meanwhile. Not thread-safe.
 */
final class TokenBucket {
    private static final double NANOS = 1_000_000_000;

    /** Fractions that a division leaves behind: a token is not missed for them. */
    private static final double TINY = 1e-6;

    private final Clock clock;
    private double perSecond;
    private double most;
    private double tokens;
    private Instant counted;

    TokenBucket(Clock clock, double perSecond, double most) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.most = most;
        this.tokens = most;
        this.counted = clock.instant();
    }

    /** From now on it grows at this pace, up to this bound. */
    void change(double newPerSecond, double newMost) {
        double now = tokens();
        perSecond = newPerSecond;
        most = newMost;
        tokens = Math.min(most, now);
    }

    /** How many whole tokens there are; negative when it is in debt. */
    int whole() {
        return (int) Math.floor(tokens() + TINY);
    }

    private double tokens() {
        Instant now = clock.instant();
        double seconds = Duration.between(counted, now).toNanos() / NANOS;
        tokens = Math.min(most, tokens + Math.max(0, seconds) * perSecond);
        counted = now;
        return tokens;
    }

    /** Takes them, also what is not there. */
    void charge(int number) {
        tokens = tokens() - number;
    }

    void giveBack(int number) {
        tokens = Math.min(most, tokens() + number);
    }

    /** How long until it has this many. */
    Duration until(long number) {
        double missing = number - tokens();
        return missing <= TINY ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing / perSecond * NANOS));
    }
}
