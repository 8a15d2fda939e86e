package app.moddy.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * That a message may have been sent without our knowing.
 *
 * @param since when it was sent at the earliest
 * @param owner the run of the bot that was sending: only that one's clock can tell how long ago it is
 */
record Doubt(Instant since, String owner) {
    /** An owner that is no run: time does not matter, Discord must be asked. */
    static final String NOBODY = "nobody";

    /**
     * The owner of what staff retry although it may have arrived: no run here, and as with another run's, what it sent may still
     * be on its way.
     */
    static final String OF_STAFF = "staff";

    /**
     * For so long the same nonce makes no second message. Discord says "a few minutes"
     * (https://discord.com/developers/docs/resources/message#create-message), we count on two.
     */
    private static final Duration NONCE_WINDOW = Duration.ofMinutes(2);

    /** Whether sending it again with the same nonce can make no second message. */
    boolean isWithinNonceWindow(Instant now, String run) {
        return owner.equals(run) && now.isBefore(since.plus(NONCE_WINDOW));
    }

    /** Whether another run of the bot was sending, or nobody knows which. */
    boolean isOfAnother(String run) {
        return !owner.equals(run) && !owner.equals(NOBODY);
    }

    /** The same, to be settled by a search whatever the time. */
    Doubt toBeSearched() {
        return new Doubt(since, NOBODY);
    }
}
