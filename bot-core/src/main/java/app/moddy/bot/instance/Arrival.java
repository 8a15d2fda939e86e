package app.moddy.bot.instance;

import java.time.Duration;

/**
 * Since when an instance is among the others, and whether they know. They divide the pace anew with their next heartbeat; until
 * then its share is theirs. For one thread.
 */
final class Arrival {
    private final String id;
    private final Duration sure;
    private long cameAt;

    /** @param sure for how long each of them is sure of what it knows */
    Arrival(String id, Duration sure) {
        this.id = id;
        this.sure = sure;
    }

    /**
     * Whether all others know now.
     *
     * @param isBack whether it may have counted as dead meanwhile. The row alone does not say so: when the answer to a heartbeat
     *     is lost, the next one finds it
     */
    boolean isKnown(InstanceTable.Seen seen, boolean isBack) {
        boolean isSetBack = cameAt > seen.now(); // the server's clock: it would not be known before that time
        if (isBack || isSetBack) {
            cameAt = seen.now();
        }
        return seen.seenAt().entrySet().stream()
                .allMatch(other -> other.getKey().equals(id) || knows(other.getValue(), seen.now()));
    }

    /** Who has been silent for so long is not sure of itself, and sends nothing. */
    private boolean knows(long seenAt, long now) {
        return seenAt > cameAt || seenAt < now - sure.toMillis();
    }
}
