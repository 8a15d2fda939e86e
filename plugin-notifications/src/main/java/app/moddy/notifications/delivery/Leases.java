package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The attempts under way in this run. Thread-safe. */
final class Leases {
    private final Map<Long, Attempt> held = new HashMap<>();
    private final Clock clock;

    @Inject
    Leases(Clock clock) {
        this.clock = clock;
    }

    synchronized void hold(Attempt attempt) {
        held.put(attempt.id(), attempt);
    }

    synchronized void release(Attempt attempt) {
        held.remove(attempt.id(), attempt);
        notifyAll();
    }

    /** From now on nothing is sent to this user. */
    synchronized void revoke(Snowflake user) {
        held.values().removeIf(attempt -> attempt.user().equals(user));
        notifyAll();
    }

    /** Whether the attempt may still send: asked before every try, those that JDA repeats by itself too. */
    synchronized boolean isHeld(Attempt attempt) {
        return attempt.equals(held.get(attempt.id()))
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
