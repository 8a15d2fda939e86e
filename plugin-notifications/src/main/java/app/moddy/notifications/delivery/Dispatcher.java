package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Slot;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Brings attempts from the store to the sender and their results back. Thread-safe. */
final class Dispatcher {
    /** Whatever was missed is found by then. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private static final Duration RECORD_AGAIN = Duration.ofSeconds(1);

    private final Map<Reach, Lane> lanes = new EnumMap<>(Reach.class);
    private final Claims claims;
    private final Attempts attempts;
    private final Sender sender;
    private final Leases leases;
    private final Results results;
    private final Timer timer;
    private volatile boolean closed;

    @Inject
    Dispatcher(
            Claims claims,
            Attempts attempts,
            Sender sender,
            Leases leases,
            Results results,
            Messenger messenger,
            Timer timer,
            Clock clock) {
        this.claims = claims;
        this.attempts = attempts;
        this.sender = sender;
        this.leases = leases;
        this.results = results;
        this.timer = timer;
        for (Reach reach : Reach.values()) {
            lanes.put(reach, new Lane(reach, claims, messenger, timer, clock, this::begin, this::wakeWaiting));
        }
    }

    /** Begins to take what is due. */
    void start() {
        lanes.forEach((reach, lane) -> claims.waiting(reach).thenAccept(lane::expect));
        sweep();
    }

    private void sweep() {
        if (!closed) {
            lanes.values().forEach(Lane::wake);
            timer.after(SWEEP, this::sweep);
        }
    }

    /** Looks at once for what is due. */
    void wake() {
        lanes.values().forEach(Lane::wake);
    }

    Lane lane(Reach reach) {
        return Objects.requireNonNull(lanes.get(reach));
    }

    /** Makes this attempt, and records how it ended. */
    void begin(Attempt attempt, Slot slot) {
        sender.make(attempt, slot).thenAccept(ending -> record(attempt, ending, false));
    }

    /** Until it is recorded the attempt keeps its lease: nobody else sends what may have been sent. */
    private void record(Attempt attempt, Ending ending, boolean again) {
        attempts.end(attempt, ending, again).whenComplete((recorded, failure) -> {
            if (failure != null) { // its caller is not told either: if we end now, another run finds its own outcome
                NotificationLog.unrecorded(attempt, failure, again);
                timer.after(RECORD_AGAIN, () -> record(attempt, ending, true));
                return;
            }
            leases.release(attempt);
            results.recorded(attempt, ending, recorded.counted());
            wakeAfter(ending, recorded);
        });
    }

    private void wakeAfter(Ending ending, Attempts.Recorded recorded) {
        if (recorded.moreOfUser() || !ending.isFinal()) {
            lane(ending.reach()).wake();
        }
        wakeWaiting();
    }

    /** There are slots again. */
    private void wakeWaiting() {
        lanes.values().stream().filter(Lane::hasWaiting).forEach(Lane::wake);
    }

    /** Begins no more attempts. */
    void close() {
        closed = true;
        lanes.values().forEach(Lane::close);
    }
}
