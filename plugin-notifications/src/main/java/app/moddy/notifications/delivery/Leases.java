package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.instance.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The attempts under way in this run. Thread-safe. */
final class Leases {
    /** What the store was asked for before an erasure is here seconds later, or never. */
    private static final int MOST_ERASED = 10_000;

    private final Map<Long, Attempt> held = new HashMap<>();
    private final Map<Snowflake, Long> erased = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Snowflake, Long> eldest) {
            return size() > MOST_ERASED;
        }
    };
    private long erasures;
    private long absences;
    private long lastAbsence;
    private final Clock clock;
    private final Instance instance;

    @Inject
    Leases(Clock clock, Instance instance) {
        this.instance = instance;
        this.clock = clock;
    }

    /** The number of erasures so far: an attempt that the store is asked for from now on comes after them. */
    synchronized long erasures() {
        countAbsences();
        return erasures;
    }

    /** Each erases all that was under way: others may have taken it over. */
    private void countAbsences() {
        long now = instance.absences();
        if (now != absences) {
            absences = now;
            lastAbsence = ++erasures;
        }
    }

    /** Unless its user was erased after the store had been asked for it: the row is gone, or will be. */
    synchronized void hold(Attempt attempt) {
        if (erased.getOrDefault(attempt.user(), 0L) <= attempt.erasures()) {
            held.put(attempt.id(), attempt);
        }
    }

    synchronized void release(Attempt attempt) {
        held.remove(attempt.id(), attempt);
        notifyAll();
    }

    /** Nothing is sent to this user any more of what the store was asked for until now. */
    synchronized void revoke(Snowflake user) {
        countAbsences();
        erased.remove(user); // out and in again: the order is that of the erasures
        erased.put(user, ++erasures);
        held.values().removeIf(attempt -> attempt.user().equals(user));
        notifyAll();
    }

    /** Nothing is sent any more. */
    synchronized void revokeAll() {
        held.clear();
    }

    /** Whether an attempt of this notification is, also when it may no longer send. */
    synchronized boolean isUnderWay(long id) {
        return held.containsKey(id);
    }

    /** How many attempts are under way whose leases are over by then. */
    synchronized long over(Instant time) {
        return held.values().stream()
                .filter(attempt -> !time.isBefore(attempt.startedAt().plus(Attempt.LEASE)))
                .count();
    }

    /** Whether the attempt may still send: asked before every try, those that JDA repeats by itself too. */
    synchronized boolean isHeld(Attempt attempt) {
        boolean isLive = instance.isLive(); // else another instance may be at it
        countAbsences();
        return isLive
                && attempt.erasures() >= lastAbsence
                && attempt.equals(held.get(attempt.id()))
                && clock.instant().isBefore(attempt.startedAt().plus(Attempt.LIMIT));
    }

    /** Blocks until none is under way, at most this long. An interrupt ends the waiting and stays set. */
    synchronized void awaitNone(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = end - System.nanoTime(); !held.isEmpty() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
