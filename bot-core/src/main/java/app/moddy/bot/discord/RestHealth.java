package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Discord's REST API answers at all, and when to try again while it does not. A refusal of the token is an answer, for
 * the alarms. One bad answer says nothing; several in a row, and the last not long ago, do. Thread-safe.
 */
final class RestHealth {
    private static final Logger log = LoggerFactory.getLogger(RestHealth.class);
    private static final int SEVERAL = 5;
    private static final Duration NOT_LONG_AGO = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private boolean everWorked;
    private boolean told;
    private int failuresInARow;
    private Instant lastFailure = Instant.EPOCH;
    private Duration pause = FIRST_PAUSE;
    private Instant nextProbe = Instant.EPOCH;

    RestHealth(Clock clock) {
        this.clock = clock;
    }

    synchronized void answered(int httpStatus) {
        if (httpStatus >= 500) {
            failed();
        } else {
            everWorked = true;
            failuresInARow = 0;
            if (told) {
                log.info("Discord's REST API answers again");
                told = false;
            }
        }
    }

    synchronized void failed() {
        boolean worked = works();
        failuresInARow++;
        lastFailure = clock.instant();
        if (worked && !works()) {
            pause = FIRST_PAUSE;
            nextProbe = lastFailure.plus(pause);
            tell();
        }
    }

    /** Once an outage, which ends with an answer and not with a minute's silence. */
    private void tell() {
        if (!told) {
            log.warn("Discord's REST API does not answer; what is accepted is kept, and sent once it does");
            told = true;
        }
    }

    synchronized boolean works() {
        return everWorked
                && (failuresInARow < SEVERAL || lastFailure.plus(NOT_LONG_AGO).isBefore(clock.instant()));
    }

    /** When one call may try whether it works again; empty when it does, or never did. */
    synchronized Optional<Instant> nextProbe() {
        return works() || !everWorked ? Optional.empty() : Optional.of(nextProbe);
    }

    /** Such a call has ended. */
    synchronized void probeEnded() {
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        nextProbe = clock.instant().plus(pause);
    }
}
