package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps the whole bot from sending. Each raise and each clear is logged and told to staff once; those of opening DMs are
 * kept in the store. Thread-safe.
 */
final class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);
    private static final Duration UNTIL_LOADED = Duration.ofSeconds(1);

    /** After a try that said nothing: a user who does not exist, say. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final Clock clock;
    private final AlarmStore store;
    private final StaffChannel staff;
    private final Map<Alarm.Kind, Raised> raised = new EnumMap<>(Alarm.Kind.class);
    private volatile BooleanSupplier tellsStaff = () -> true;
    private boolean loaded;

    /** Counts what is kept, so that a look that was begun before does not undo it. */
    private long changes;

    private int beingKept;

    /** What the others can not know of. */
    private final Set<Alarm.Kind> unwritten = EnumSet.noneOf(Alarm.Kind.class);

    /** An alarm as it is kept. */
    record Raised(Instant since, Instant nextProbe, int level) {}

    Alarms(Clock clock, AlarmStore store, StaffChannel staff) {
        this.clock = clock;
        this.store = store;
        this.staff = staff;
    }

    /** Reads those of the last run; until then no DM is opened. The stage ends with the first try, well or not. */
    CompletionStage<Void> load() {
        return store.load(this::loaded);
    }

    /** Of several instances only the one that knows staff's channel tells them. */
    void tellStaffIf(BooleanSupplier condition) {
        tellsStaff = condition;
    }

    /** Looks what other instances have heard; those alarms are all instances' that are kept. */
    void look() {
        long before;
        synchronized (this) {
            if (!loaded || beingKept > 0) {
                return;
            }
            before = changes;
        }
        store.look(kept -> looked(kept, before));
    }

    private synchronized void looked(Map<Alarm.Kind, Raised> kept, long before) {
        if (changes != before) {
            return;
        }
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            if (!isKept(kind)) {
                continue;
            }
            Raised other = kept.get(kind);
            Raised own = raised.get(kind);
            if (other == null && own != null && !unwritten.contains(kind)) {
                raised.remove(kind);
                log.info("{} is over, as another instance has found: {}", kind, AlarmRule.cleared(kind));
                tellStaff("✅ " + AlarmRule.cleared(kind));
            } else if (other != null) {
                raised.put(kind, own == null ? heard(kind, other) : later(own, other));
            }
        }
    }

    private Raised heard(Alarm.Kind kind, Raised other) {
        log.warn(
                "{}, as another instance has heard: {} (next try at {})",
                kind,
                AlarmRule.raised(kind),
                other.nextProbe());
        tellStaff("🚨 " + AlarmRule.raised(kind));
        return mended(kind, other);
    }

    /** What was tried in vain here a moment ago is known here only. */
    private static Raised later(Raised own, Raised other) {
        boolean isOwn = own.level() == other.level() && own.nextProbe().isAfter(other.nextProbe());
        return isOwn ? own : other;
    }

    private void tellStaff(String text) {
        if (tellsStaff.getAsBoolean()) {
            staff.tell(text);
        }
    }

    private synchronized void loaded(Map<Alarm.Kind, Raised> kept) {
        loaded = true;
        kept.forEach((kind, told) -> {
            Raised alarm = mended(kind, told);
            if (raised.putIfAbsent(kind, alarm) == null) {
                log.warn(
                        "{}: {} (since {}; next try at {})",
                        kind,
                        AlarmRule.raised(kind),
                        alarm.since(),
                        alarm.nextProbe());
            }
        });
    }

    /** The clock may have been wrong until now: none began in the future, and none pauses for longer than its rule says. */
    private Raised mended(Alarm.Kind kind, Raised told) {
        Instant now = clock.instant();
        Instant latest = now.plus(AlarmRule.pause(kind, told.level()));
        return new Raised(
                told.since().isAfter(now) ? now : told.since(),
                told.nextProbe().isAfter(latest) ? latest : told.nextProbe(),
                told.level());
    }

    /** Discord has said so. */
    synchronized void raise(Alarm.Kind kind) {
        Instant now = clock.instant();
        Raised before = raised.get(kind);
        if (before != null && now.isBefore(before.nextProbe())) { // a call that was under way when it was raised
            return;
        }
        int level = before == null ? 0 : before.level() + 1;
        Raised after = new Raised(before == null ? now : before.since(), now.plus(AlarmRule.pause(kind, level)), level);
        raised.put(kind, after);
        keep(kind, after);
        if (before != null) {
            log.warn("Still {}: {} (next try at {})", kind, AlarmRule.raised(kind), after.nextProbe());
            return;
        }
        log.error("{}: {}", kind, AlarmRule.raised(kind));
        if (kind != Alarm.Kind.TOKEN_REFUSED) { // then nothing can be said
            tellStaff("🚨 " + AlarmRule.raised(kind));
        }
    }

    /** Discord has shown that it is over. */
    synchronized void clear(Alarm.Kind kind) {
        if (raised.remove(kind) != null) {
            keep(kind, null);
            log.info("{} is over: {}", kind, AlarmRule.cleared(kind));
            if (!isKept(kind) || tellsStaff.getAsBoolean()) {
                staff.tell("✅ " + AlarmRule.cleared(kind));
            }
        }
    }

    private void keep(Alarm.Kind kind, @Nullable Raised alarm) {
        if (isKept(kind)) {
            changes++;
            beingKept++;
            store.keep(kind, alarm).whenComplete((done, failure) -> kept(kind, failure == null));
        }
    }

    private synchronized void kept(Alarm.Kind kind, boolean well) {
        changes++;
        beingKept--;
        if (well) {
            unwritten.remove(kind);
        } else {
            unwritten.add(kind);
        }
    }

    /** A token may be another's after a restart, and another instance's: each finds out about its own. */
    private static boolean isKept(Alarm.Kind kind) {
        return AlarmRule.scope(kind) == Traffic.Scope.OPENING;
    }

    /** When one delivery may try whether what holds this up is over; empty when nothing does. */
    synchronized Optional<Instant> nextProbe(Traffic.Scope scope) {
        if (scope == Traffic.Scope.OPENING && !loaded) {
            return Optional.of(clock.instant().plus(UNTIL_LOADED));
        }
        return raised.entrySet().stream()
                .filter(alarm -> AlarmRule.scope(alarm.getKey()) == scope)
                .map(alarm -> alarm.getValue().nextProbe())
                .max(Instant::compareTo);
    }

    /** Such a delivery has ended. When it said nothing, the next one may try a little later. */
    synchronized void probeEnded(Traffic.Scope scope) {
        Instant now = clock.instant();
        raised.replaceAll((kind, alarm) -> AlarmRule.scope(kind) == scope && !now.isBefore(alarm.nextProbe())
                ? new Raised(alarm.since(), now.plus(NEXT_TRY), alarm.level())
                : alarm);
    }

    /** How long until it is tried again whether this one is over; zero when it is not raised. */
    synchronized Duration untilProbe(Alarm.Kind kind) {
        Raised alarm = raised.get(kind);
        Instant now = clock.instant();
        return alarm == null || alarm.nextProbe().isBefore(now)
                ? Duration.ZERO
                : Duration.between(now, alarm.nextProbe());
    }

    synchronized List<Alarm> all() {
        return raised.entrySet().stream()
                .map(alarm -> new Alarm(
                        alarm.getKey(),
                        alarm.getValue().since(),
                        alarm.getValue().nextProbe()))
                .toList();
    }
}
