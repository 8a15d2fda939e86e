package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * One delivery's calls: how long they may take, whether they may still go out, and how many requests are paid for already;
 * further ones are charged to the pace as they go out. Thread-safe.
 */
final class Errand {
    private final Clock clock;
    private final Instant end;
    private final BooleanSupplier mayGoOut;
    private final Traffic traffic;
    private int paid;

    Errand(Clock clock, Duration limit, BooleanSupplier mayGoOut, Traffic traffic, int paid) {
        this.clock = clock;
        this.end = clock.instant().plus(limit);
        this.mayGoOut = mayGoOut;
        this.traffic = traffic;
        this.paid = paid;
    }

    /** What is left of its time; zero when it is over. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether a try may be made. */
    boolean mayGoOut() {
        return !left().isZero() && mayGoOut.getAsBoolean();
    }

    /** A request goes out on the wire, for the first time or again. */
    void goesOut() {
        if (!isPaid()) {
            traffic.unpaid();
        }
    }

    private synchronized boolean isPaid() {
        if (paid > 0) {
            paid--;
            return true;
        }
        return false;
    }

    /** How many paid requests were not made; none of them can be made afterwards. */
    synchronized int unused() {
        int unused = paid;
        paid = 0;
        return unused;
    }
}
