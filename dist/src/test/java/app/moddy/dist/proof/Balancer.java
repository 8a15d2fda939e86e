package app.moddy.dist.proof;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What is before several instances: each request goes to the next of those that serve. Thread-safe. */
final class Balancer {
    private final List<BotProcess> bots;
    private final AtomicInteger turn = new AtomicInteger();

    Balancer(List<BotProcess> bots) {
        this.bots = List.copyOf(bots);
    }

    /** Who takes the next request; when none serves, one that shall serve again. */
    BotProcess next() {
        BotProcess next = bots.get(0);
        for (int tries = 0; tries < bots.size(); tries++) {
            next = bots.get(Math.floorMod(turn.getAndIncrement(), bots.size()));
            if (next.serves()) {
                return next;
            }
        }
        return next;
    }
}
