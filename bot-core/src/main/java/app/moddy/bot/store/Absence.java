package app.moddy.bot.store;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server is known to be silent. Then one at a time tries, and the others fail at once: behind tries of seconds each
 * they would wait for longer than whoever asked. Thread-safe.
 */
final class Absence {
    /** A server that refuses at once holds nobody up. */
    static final Duration SLOW = Duration.ofSeconds(1);

    private @Nullable StoreUnavailableException known;
    private int tries;

    /** Throws when it is known, and somebody finds out already whether it is over. */
    synchronized void require() {
        StoreUnavailableException reason = known;
        if (reason != null && tries > 0) {
            throw reason;
        }
    }

    /** Somebody asks the server something, unless that is in vain, as above. */
    synchronized void begins() {
        require();
        tries++;
    }

    /** That has ended. */
    synchronized void ends() {
        tries--;
    }

    synchronized void answers() {
        known = null;
    }

    /** It is known from now on, however soon that was found out. */
    synchronized void found(StoreUnavailableException failure) {
        known = failure;
    }

    /** So long after it was asked. */
    synchronized void failed(Throwable failure, Duration after) {
        // nobody was asked; or it was found already, and others are not told that theirs may have been written
        if (failure == known || failure instanceof StoreUncertainException) {
            return;
        }
        boolean silent = failure instanceof StoreUnavailableException e
                && SqlErrors.trouble(e) == Trouble.NO_ANSWER
                && after.compareTo(SLOW) > 0;
        known = silent ? (StoreUnavailableException) failure : null;
    }

    synchronized Optional<StoreUnavailableException> known() {
        return Optional.ofNullable(known);
    }
}
