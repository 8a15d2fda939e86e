package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many deliveries may go to Discord: requests in all, new DM channels, and how many are with JDA at once.
 *
 * <p>Who is known goes first: a new user's delivery needs one request more than it makes, and few of them are with JDA at
 * once, since JDA opens one DM at a time. So that an unending stream of known users leaves the new ones something, who has
 * been passed over for a while has the next two requests reserved. Not thread-safe.
 */
final class Pace {
    static final int MOST_UNDER_WAY = 64;
    static final int MOST_NEW_UNDER_WAY = 10;
    private static final double NEW_DMS_AT_ONCE = 5;

    /** With Discord's 50 requests a second in mind: 45 and this many at once are less. */
    private static final double BURST_SECONDS = 0.1;

    private static final double SMALLEST_BURST = 3;
    /** When JDA is full: nobody knows when an answer of Discord's comes. */
    private static final Duration SOON = Duration.ofMillis(50);

    private static final Duration RESERVED_FOR = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Clock clock;
    private final PaceSettings settings;
    private final TokenBucket requests;
    private final TokenBucket newDms;
    private int instances = 1;
    private int underWay;
    private int newUnderWay;
    private @Nullable Instant passedOverSince;
    private Instant reservedUntil = Instant.EPOCH;

    Pace(Clock clock, PaceSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.requests = new TokenBucket(clock, settings.requestsPerSecond(), burst(settings.requestsPerSecond()));
        this.newDms = new TokenBucket(clock, settings.newDmsPerSecond(), NEW_DMS_AT_ONCE);
    }

    private static double burst(double requestsPerSecond) {
        return Math.max(SMALLEST_BURST, requestsPerSecond * BURST_SECONDS);
    }

    /** From now on so many instances keep the pace together, each its part. */
    void divide(int among) {
        instances = among;
        double part = settings.requestsPerSecond() / among;
        requests.change(part, burst(part));
        newDms.change(settings.newDmsPerSecond() / among, Math.max(1, NEW_DMS_AT_ONCE / among));
    }

    /** What it lets go at once. */
    record Left(int requests, int newDms) {}

    Left left() {
        return new Left(requests.whole(), newDms.whole());
    }

    int underWay(Reach reach) {
        return switch (reach) {
            case KNOWN -> underWay - newUnderWay;
            case NEW -> newUnderWay;
        };
    }

    /** The requests that a delivery is paid for. */
    static int cost(Reach reach) {
        return switch (reach) {
            case KNOWN -> 1;
            case NEW -> 2;
        };
    }

    int room(Reach reach) {
        int spare = requests.whole() - spared(reach);
        return switch (reach) {
            case KNOWN -> Math.max(0, Math.min(seats(reach), spare));
            case NEW -> {
                int opening = Math.min(seats(reach), newDms.whole());
                passedOver(opening > 0 && spare < cost(reach));
                yield Math.max(0, Math.min(opening, spare / cost(reach)));
            }
        };
    }

    private int seats(Reach reach) {
        int seats = MOST_UNDER_WAY - underWay;
        return reach == Reach.NEW ? Math.min(seats, MOST_NEW_UNDER_WAY - newUnderWay) : seats;
    }

    /** How many requests this reach leaves to the other. */
    private int spared(Reach reach) {
        boolean forNew = clock.instant().isBefore(reservedUntil);
        return switch (reach) {
            case KNOWN -> forNew ? cost(Reach.NEW) : 0;
            case NEW -> forNew ? 0 : cost(Reach.KNOWN);
        };
    }

    /** Whether a new user could be written to now but for the requests that known ones make. */
    private void passedOver(boolean now) {
        Instant since = passedOverSince;
        if (!now) {
            passedOverSince = null;
        } else if (since == null) {
            passedOverSince = clock.instant();
        } else if (!clock.instant().isBefore(since.plus(PATIENCE))) {
            passedOverSince = clock.instant();
            reservedUntil = clock.instant().plus(RESERVED_FOR);
        }
    }

    /** How long until there is room, as far as that is a matter of time. */
    Duration untilRoom(Reach reach) {
        if (room(reach) > 0) {
            return Duration.ZERO;
        }
        if (seats(reach) <= 0) {
            return SOON;
        }
        Duration untilRequests = requests.until(cost(reach) + (long) spared(reach));
        return reach == Reach.NEW ? longer(newDms.until(1), untilRequests) : untilRequests;
    }

    /** How long it takes to send so many, when nothing else is sent; the other instances send their part of them. */
    Duration timeFor(long messages, Reach reach) {
        return timeForOwn((messages + instances - 1) / instances, reach);
    }

    private Duration timeForOwn(long messages, Reach reach) {
        Duration forRequests = longer(untilRoom(reach), requests.until(messages * cost(reach)));
        return reach == Reach.NEW ? longer(newDms.until(messages), forRequests) : forRequests;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** A delivery begins; there is room for it. */
    void take(Reach reach) {
        requests.charge(cost(reach));
        underWay++;
        if (reach == Reach.NEW) {
            newDms.charge(1);
            newUnderWay++;
            passedOverSince = null;
            reservedUntil = Instant.EPOCH; // whoever waited for it has it
        }
    }

    /** A delivery has ended, and has left so many requests unmade. */
    void end(Reach reach, int unusedRequests) {
        requests.giveBack(unusedRequests);
        underWay--;
        if (reach == Reach.NEW) {
            newUnderWay--;
        }
    }

    /** A request goes out that no delivery has paid for. */
    void charge() {
        requests.charge(1);
    }

    /** A DM channel must be opened for a delivery that was not meant to; false: not now. */
    boolean takeNewDm() {
        boolean allowed = newDms.whole() > 0;
        if (allowed) {
            newDms.charge(1);
        }
        return allowed;
    }

    /** A new DM channel that was paid for was not needed. */
    void giveBackNewDm() {
        newDms.giveBack(1);
    }
}
