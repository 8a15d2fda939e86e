package app.moddy.bot.discord;

import app.moddy.bot.simulation.Simulation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the simulated Discord, and until when. For one thread. */
public final class SimulatedTroubles {
    /** What becomes of one try. */
    public enum Fate {
        /** Nothing is wrong. */
        ANSWERED,
        /** No connection: nothing is sent. */
        NO_CONNECTION,
        /** The connection breaks before Discord has done it. */
        LOST_BEFORE,
        /** The connection breaks after Discord has done it. */
        LOST_AFTER,
        /** No answer comes, and nothing is done. */
        HANGS,
        /** No answer comes, and sometime it is done. */
        HANGS_AND_DONE,
        /** HTTP 500, and nothing is done. */
        BROKEN,
        /** HTTP 500, and it is done. */
        BROKEN_AND_DONE,
        /** HTTP 502, and nothing is done. */
        BAD_GATEWAY,
        /** HTTP 502, and it is done. */
        BAD_GATEWAY_AND_DONE,
        /** A rate limit of the route. */
        LIMITED,
        /** The channel is said to be gone. */
        CHANNEL_GONE
    }

    /** What is wrong with the whole bot. */
    public enum Kind {
        /** Every call has this {@link Fate}. */
        OUTAGE,
        /** Many calls go wrong in many ways. */
        BAD_DAY,
        /** HTTP 429 for everything. */
        GLOBAL_LIMIT,
        /** HTTP 429 for opening DMs. */
        OPENING_LIMIT,
        /** HTTP 401. */
        TOKEN_REFUSED,
        /** 20026. */
        QUARANTINED,
        /** 40003. */
        OPENING_TOO_FAST
    }

    private static final List<Fate> BAD = List.of(Fate.values()).subList(1, Fate.values().length);
    private static final double BAD_ON_BAD_DAYS = 0.35;

    private final Simulation simulation;
    private final Map<Kind, Long> until = new EnumMap<>(Kind.class);
    private Fate outage = Fate.NO_CONNECTION;
    private double usuallyBad;
    private double blindness;

    SimulatedTroubles(Simulation simulation) {
        this.simulation = simulation;
    }

    /** This much goes wrong on good days, too; and this much of what is there is not seen by a search. */
    public void usually(double bad, double blind) {
        usuallyBad = bad;
        blindness = blind;
    }

    /** From now on for this long. */
    public void begin(Kind kind, Duration time) {
        if (kind == Kind.OUTAGE) {
            outage = simulation.dice().oneOf(BAD);
        }
        simulation.note("Discord: %s for %s %s", kind, time, kind == Kind.OUTAGE ? outage : "");
        until.merge(kind, simulation.time().nanos() + time.toNanos(), Math::max);
    }

    /** All is well from now on. */
    public void end() {
        until.clear();
        usuallyBad = 0;
        blindness = 0;
    }

    boolean is(Kind kind) {
        return !left(kind).isZero();
    }

    Duration left(Kind kind) {
        return Duration.ofNanos(
                Math.max(0, until.getOrDefault(kind, 0L) - simulation.time().nanos()));
    }

    Fate fate() {
        if (is(Kind.OUTAGE)) {
            return outage;
        }
        double bad = is(Kind.BAD_DAY) ? BAD_ON_BAD_DAYS : usuallyBad;
        return simulation.dice().chance(bad) ? simulation.dice().oneOf(BAD) : Fate.ANSWERED;
    }

    boolean isBlind() {
        return simulation.dice().chance(blindness);
    }
}
