package app.moddy.bot.discord;

import app.moddy.bot.discord.Traffic.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Who may go to Discord now: what the pace, rate limits, alarms and Discord's state allow. While something is broken one
 * delivery at a time tries whether it is over. Thread-safe.
 */
final class Admission {
    /** When nobody knows how long it takes: short, since the guess must not be too long. */
    private static final Duration SOON = Duration.ofMillis(250);

    /** What is broken now will hardly be mended before that, so nobody needs to wait for it. */
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    /** The first login takes about a second: as long as nothing goes wrong with it, waiting for it is worth while. */
    private static final Duration FIRST_LOGIN = Duration.ofSeconds(5);

    /** An alarm may end by something else than the delivery that tries it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Clock clock;
    private final Pace pace;
    private final Pauses pauses;
    private final RestHealth health;
    private final Alarms alarms;
    private final BooleanSupplier connected;
    private final Set<Scope> probing = EnumSet.noneOf(Scope.class);
    private final Instant firstLoginBy;
    private BooleanSupplier live = () -> true;
    private boolean everTroubled;

    /** A delivery that was let in; {@code probes} is what it tries. */
    record Ticket(Reach reach, Set<Scope> probes) {}

    Admission(Clock clock, Pace pace, Pauses pauses, RestHealth health, Alarms alarms, BooleanSupplier connected) {
        this.clock = clock;
        this.pace = pace;
        this.pauses = pauses;
        this.health = health;
        this.alarms = alarms;
        this.connected = connected;
        this.firstLoginBy = clock.instant().plus(FIRST_LOGIN);
    }

    /** Lets nobody in but while this is so: else other instances may have the whole pace, and what this one was to send. */
    synchronized void onlyWhile(BooleanSupplier condition) {
        live = condition;
    }

    private boolean isReady() {
        return connected.getAsBoolean() && live.getAsBoolean();
    }

    /** Lets a delivery in; each ends with {@link #end}. */
    synchronized Optional<Ticket> enter(Reach reach) {
        return room(reach) == 0 ? Optional.empty() : Optional.of(letIn(reach));
    }

    /**
     * Lets in what keeps no queue and opens no DM: limits, alarms and outages forbid it, and the pace makes others wait for it.
     * Each ends with {@link #end}.
     */
    synchronized Optional<Ticket> enterAtOnce() {
        boolean isOpen = isReady() && untilOpen(Reach.KNOWN).isZero();
        return isOpen ? Optional.of(letIn(Reach.KNOWN)) : Optional.empty();
    }

    private Ticket letIn(Reach reach) {
        Set<Scope> probes = EnumSet.noneOf(Scope.class);
        for (Scope scope : scopes(reach)) {
            if (nextProbe(scope).isPresent()) {
                probes.add(scope);
            }
        }
        probing.addAll(probes);
        pace.take(reach);
        return new Ticket(reach, probes);
    }

    /**
     * A delivery has ended.
     *
     * @param unused how many of its requests were not made
     * @param called whether it has made any call
     */
    synchronized void end(Ticket ticket, int unused, boolean called) {
        pace.end(ticket.reach(), unused);
        probing.removeAll(ticket.probes());
        for (Scope scope : called ? ticket.probes() : Set.<Scope>of()) {
            if (scope == Scope.EVERYTHING && health.nextProbe().isPresent()) {
                health.probeEnded();
            }
            alarms.probeEnded(scope);
        }
    }

    /** What holds up deliveries of this reach when it is held up itself. */
    static Set<Scope> scopes(Reach reach) {
        return reach == Reach.NEW ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.EVERYTHING);
    }

    /** When one delivery may try whether what holds this up is over. */
    private Optional<Instant> nextProbe(Scope scope) {
        Optional<Instant> alarm = alarms.nextProbe(scope);
        Optional<Instant> outage = scope == Scope.EVERYTHING ? health.nextProbe() : Optional.empty();
        return Stream.concat(alarm.stream(), outage.stream()).max(Instant::compareTo);
    }

    synchronized int room(Reach reach) {
        if (!isReady() || !untilOpen(reach).isZero()) {
            return 0;
        }
        boolean oneOnly =
                scopes(reach).stream().anyMatch(scope -> nextProbe(scope).isPresent());
        return Math.min(oneOnly ? 1 : Integer.MAX_VALUE, pace.room(reach));
    }

    /** How long rate limits, alarms and outages forbid it; a guess that is never too long. */
    private Duration untilOpen(Reach reach) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Scope scope : scopes(reach)) {
            longest = longer(longest, pauses.left(scope));
            Instant probe = nextProbe(scope).orElse(now);
            longest = longer(longest, shorter(LONGEST_WAIT, Duration.between(now, probe)));
            longest = probing.contains(scope) ? longer(longest, SOON) : longest;
        }
        return longest;
    }

    synchronized Duration untilRoom(Reach reach) {
        return isReady() ? longer(untilOpen(reach), pace.untilRoom(reach)) : SOON;
    }

    synchronized Duration timeFor(long messages, Reach reach) {
        Instant now = clock.instant();
        Duration wait = isReady() || isLoggingIn(now) ? Duration.ZERO : OUTAGE;
        for (Scope scope : scopes(reach)) {
            wait = longer(wait, pauses.left(scope));
            Optional<Instant> probe = nextProbe(scope);
            if (probe.isPresent()) {
                wait = longer(wait, longer(OUTAGE, Duration.between(now, probe.get())));
            }
        }
        return wait.plus(pace.timeFor(messages, reach));
    }

    private boolean isLoggingIn(Instant now) {
        return !everTroubled && now.isBefore(firstLoginBy);
    }

    /** Lets a delivery open a DM that was not meant to; empty, or how long it must not. */
    synchronized Optional<Duration> openToo() {
        Duration closed = untilOpen(Reach.NEW);
        if (!closed.isZero() || nextProbe(Scope.OPENING).isPresent() || !pace.takeNewDm()) {
            return Optional.of(longer(closed, longer(SOON, pace.untilRoom(Reach.NEW))));
        }
        return Optional.empty();
    }

    /** A DM need not be opened that was paid for. */
    synchronized void opensNone() {
        pace.giveBackNewDm();
    }

    /** A request goes out that no delivery has paid for. */
    synchronized void charge() {
        pace.charge();
    }

    /** The pace is kept by so many instances together. */
    synchronized void divide(int among) {
        pace.divide(among);
    }

    /** How many requests and new DMs the pace lets go at once now; below zero when it is in debt. */
    synchronized Pace.Left left() {
        return pace.left();
    }

    /** How many deliveries are with Discord. */
    synchronized int underWay(Reach reach) {
        return pace.underWay(reach);
    }

    /** A request has failed: the first login is no matter of a second. */
    synchronized void trouble() {
        everTroubled = true;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
