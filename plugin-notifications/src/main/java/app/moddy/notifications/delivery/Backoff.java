package app.moddy.notifications.delivery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When to try again: after 1 s, then twice as long each time, up to 10 minutes, each shortened by up to a half at random. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final RandomGenerator random;

    @Inject
    Backoff(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * The time of the next attempt.
     *
     * @param attempts how many there were
     * @param atLeast what Discord asks for
     */
    Instant next(int attempts, Duration atLeast) {
        long doubled = FIRST.toMillis() << Math.min(attempts - 1, 20);
        double spread = 0.5 + random.nextDouble() / 2;
        long own = (long) (Math.min(doubled, LONGEST.toMillis()) * spread);
        // what Discord asks for is asked of everybody: spread, too
        long asked = (long) (atLeast.toMillis() * (1 + random.nextDouble() / 10));
        return Instant.ofEpochMilli(clock.millis()).plusMillis(Math.max(own, asked));
    }
}
