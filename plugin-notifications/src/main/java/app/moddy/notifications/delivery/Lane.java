package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Slot;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One of the two queues in the store: of users whose DM channel is known, and of others. Takes from it what there are slots
 * for. Thread-safe. Claims and what follows from them run without its lock, since they ask the other lane: two lanes that do
 * so with their locks held wait for each other for ever.
 */
final class Lane {
    /** Slots come one by one; taken a few at a time they cost fewer transactions. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 64;

    private final Reach reach;
    private final Claims claims;
    private final Messenger messenger;
    private final Timer timer;
    private final Clock clock;
    private final BiConsumer<Attempt, Slot> begin;
    private final Runnable slotsAgain;

    /** While some do, new notifications queue behind them. */
    private long waiting;

    /** How many the next claim should find. */
    private long expected;

    private boolean claiming;
    private boolean againAfter;
    private boolean closed;
    private boolean told;
    private @Nullable Instant wakeAt;

    /**
     * A lane that begins once it is woken.
     *
     * @param slotsAgain runs when slots were given back: another lane may have wanted them meanwhile
     */
    Lane(
            Reach reach,
            Claims claims,
            Messenger messenger,
            Timer timer,
            Clock clock,
            BiConsumer<Attempt, Slot> begin,
            Runnable slotsAgain) {
        this.reach = reach;
        this.claims = claims;
        this.messenger = messenger;
        this.timer = timer;
        this.clock = clock;
        this.begin = begin;
        this.slotsAgain = slotsAgain;
    }

    /** A slot for a new notification, unless others wait for one. */
    synchronized Optional<Slot> slotForNew() {
        return waiting == 0 && !closed ? messenger.slot(reach) : Optional.empty();
    }

    /** One more waits for a slot; returns when its turn may come. */
    Duration join() {
        long ahead = oneMore();
        wake();
        return messenger.timeFor(ahead, reach);
    }

    private synchronized long oneMore() {
        expected++;
        return ++waiting;
    }

    /** So many wait as far as is known. */
    synchronized void expect(long many) {
        waiting = Math.max(waiting, many);
        expected = Math.max(expected, many);
    }

    synchronized boolean hasWaiting() {
        return waiting > 0;
    }

    /** Takes what is due, now or as soon as there are slots. */
    void wake() {
        List<Slot> slots = slotsToClaimWith();
        if (!slots.isEmpty()) {
            claim(slots);
        }
    }

    /** None when it is not the time to claim; who gets some must claim. */
    private synchronized List<Slot> slotsToClaimWith() {
        if (closed || claiming) {
            againAfter = !closed;
            return List.of();
        }
        Duration pause = messenger.untilRoom(reach);
        List<Slot> slots = pause.isZero() ? freeSlots() : List.of();
        if (slots.isEmpty()) {
            wakeIn(pause.compareTo(GATHER) < 0 ? GATHER : pause);
        }
        claiming = !slots.isEmpty();
        expected = claiming ? 0 : expected;
        return slots;
    }

    /**
     * As many as the claim is expected to need, and one to see whether those were all: as long as it has them new notifications
     * get none, and would have to be claimed, too.
     */
    private List<Slot> freeSlots() {
        List<Slot> slots = new ArrayList<>();
        int most = (int) Math.min(messenger.room(reach), Math.min(expected + 1, MOST_AT_ONCE));
        for (Optional<Slot> slot = next(slots, most); slot.isPresent(); slot = next(slots, most)) {
            slots.add(slot.get());
        }
        return slots;
    }

    private void claim(List<Slot> slots) {
        claims.claim(reach, slots.size()).whenComplete((claimed, failure) -> {
            if (failure != null) {
                slots.forEach(Slot::giveBack);
                failed(failure, slots.size());
            } else {
                claimed(claimed, slots);
            }
        });
    }

    private Optional<Slot> next(List<Slot> slots, int most) {
        return slots.size() < most ? messenger.slot(reach) : Optional.empty();
    }

    private void claimed(Claims.Claimed claimed, List<Slot> slots) {
        if (isClosed()) { // nobody would wait for the result: the next run begins them
            slots.forEach(Slot::giveBack);
            return;
        }
        List<Attempt> attempts = claimed.attempts();
        slots.subList(attempts.size(), slots.size()).forEach(Slot::giveBack);
        for (int i = 0; i < attempts.size(); i++) {
            begin(attempts.get(i), slots.get(i));
        }
        boolean allTaken = attempts.size() < slots.size();
        if (ended(claimed, allTaken)) {
            wake();
        }
        if (allTaken) {
            slotsAgain.run();
        }
    }

    /** Whether there may be more to claim at once. */
    private synchronized boolean ended(Claims.Claimed claimed, boolean allTaken) {
        claiming = false;
        told = false;
        waiting = allTaken ? 0 : Math.max(1, waiting - claimed.attempts().size());
        expected =
                allTaken ? expected : Math.max(expected, 2L * claimed.attempts().size()); // nobody tells of all
        if (againAfter || !allTaken) {
            againAfter = false;
            return true;
        }
        claimed.nextDue().ifPresent(due -> wakeIn(Duration.between(clock.instant(), due)));
        return false;
    }

    /** What one attempt throws must not stop the lane; the attempt itself is taken over when its lease ends. */
    private void begin(Attempt attempt, Slot slot) {
        try {
            begin.accept(attempt, slot);
        } catch (RuntimeException | Error bug) {
            NotificationLog.notBegun(attempt, bug);
        }
    }

    private synchronized void failed(Throwable failure, int slots) {
        told = NotificationLog.later("claiming", failure, told);
        claiming = false;
        expected = Math.max(expected, slots);
        wakeIn(AFTER_FAILURE);
    }

    /** Wakes after this time, unless it wakes earlier anyway. */
    private void wakeIn(Duration time) {
        Instant at = clock.instant().plus(time.isNegative() ? Duration.ZERO : time);
        if (wakeAt != null && !wakeAt.isAfter(at)) {
            return;
        }
        wakeAt = at;
        timer.after(Duration.between(clock.instant(), at).plusMillis(1), () -> woken(at));
    }

    private void woken(Instant at) {
        if (isTime(at)) {
            wake();
        }
    }

    private synchronized boolean isTime(Instant at) {
        boolean isTime = at.equals(wakeAt);
        wakeAt = isTime ? null : wakeAt;
        return isTime;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
    }
}
