package app.moddy.bot.instance;

import java.time.Instant;
import java.util.Set;

/**
 * What an instance knew at its last heartbeat.
 *
 * @param until it is sure of it until then: later the others may count it as dead
 * @param live all that live, it too
 * @param isKnown whether all of them know of it, and have left it its share
 * @param gateway whether the gateway is its own
 * @param since when its row was made, by the server's clock
 */
record Presence(Instant until, Set<String> live, boolean isKnown, boolean gateway, long since) {
    static final Presence NONE = new Presence(Instant.MIN, Set.of(), false, false, 0);

    Presence {
        live = Set.copyOf(live);
    }

    boolean isSureAt(Instant now) {
        return now.isBefore(until);
    }

    boolean isLiveAt(Instant now) {
        return isKnown && isSureAt(now);
    }
}
