package app.moddy.bot.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The limits that Discord has told of by 429, until they are over. JDA keeps a call that comes meanwhile until then, and says
 * nothing; whoever made it has to hear of it. Thread-safe.
 */
final class ToldLimits {
    private static final String OF_ALL = "";

    /** A limit that is all but over is waited for in JDA: slots are given again by another clock, a moment before it ends. */
    private static final Duration SOON = Duration.ofMillis(250);

    private final LongSupplier nanoTime;
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();

    /**
     * One limit.
     *
     * @param of what it is the limit of, as {@link WireKey#limit}; empty: of every request
     * @param description what Discord said
     * @param pause how long it was when it was told
     */
    record Limit(String of, String description, Duration pause, long end) {
        /** Puts it off, if it needs what is limited. */
        void putOff(Attempt attempt) {
            putOff(attempt, pause);
        }

        private void putOff(Attempt attempt, Duration left) {
            boolean ofAll = of.equals(OF_ALL);
            if (ofAll || of.equals(attempt.key().limit())) {
                attempt.limited(description, left, ofAll);
            }
        }
    }

    ToldLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Limit toldOfAll(String description, Duration pause) {
        return told(OF_ALL, description, pause);
    }

    /** Seldom: Discord is asked again only when it is over. */
    Limit told(String of, String description, Duration pause) {
        long now = nanoTime.getAsLong();
        Limit limit = new Limit(of, description, pause, now + pause.toNanos());
        limits.values().removeIf(old -> old.end() - now <= 0);
        limits.merge(of, limit, (one, other) -> one.end() - other.end() > 0 ? one : other);
        return limit;
    }

    /** Puts it off, if it needs what is limited now. */
    void putOff(Attempt attempt) {
        putOff(attempt, Duration.ZERO);
    }

    /** The same for one that has yet to go through JDA, which waits for the limit's end. */
    void putOffUnlessSoonOver(Attempt attempt) {
        putOff(attempt, SOON);
    }

    private void putOff(Attempt attempt, Duration waited) {
        putOff(OF_ALL, attempt, waited);
        String own = attempt.key().limit();
        if (own != null) {
            putOff(own, attempt, waited);
        }
    }

    private void putOff(String of, Attempt attempt, Duration waited) {
        Limit limit = limits.get(of);
        Duration left = limit == null ? Duration.ZERO : Duration.ofNanos(limit.end() - nanoTime.getAsLong());
        if (limit != null && left.compareTo(waited) > 0) {
            limit.putOff(attempt, left);
        }
    }
}
