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
    private long findings;

    /** Throws when it is known, and somebody finds out already whether it is over; else for {@link #beginsAfterWaiting}. */
    synchronized long require() {
        StoreUnavailableException reason = known;
        if (reason != null && tries > 0) {
            throw reason;
        }
        return findings;
    }

    /** Somebody asks the server something, unless that is in vain, as above. */
    synchronized void begins() {
        require();
        tries++;
    }

    /**
     * The same of who has waited for a turn: whoever did so while it was found out does not try for as long once more.
     *
     * @param since of {@link #require}, before
     */
    synchronized void beginsAfterWaiting(long since) {
        StoreUnavailableException reason = known;
        if (reason != null && findings > since) {
            throw reason;
        }
        begins();
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
        findings++;
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
        known = null;
        if (silent) {
            found((StoreUnavailableException) failure);
        }
    }

    synchronized Optional<StoreUnavailableException> known() {
        return Optional.ofNullable(known);
    }
}
