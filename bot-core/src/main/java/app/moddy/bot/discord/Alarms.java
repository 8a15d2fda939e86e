package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the whole bot from sending. Each raise and each clear is logged and told to staff once, in their order; those of
 * opening DMs are kept in the store. Thread-safe; calls nobody with its lock held.
 */
final class Alarms {
    private static final Duration UNTIL_LOADED = Duration.ofSeconds(1);

    /** After a try that said nothing: a user who does not exist, say. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final Clock clock;
    private final AlarmStore store;
    private final AlarmNews news;
    private final Aftermath after = new Aftermath();
    private final Map<Alarm.Kind, Raised> raised = new EnumMap<>(Alarm.Kind.class);
    private boolean loaded;

    /** Counts what is kept, so that a look that was begun before does not undo it. */
    private long changes;

    private int beingKept;

    /** What the others can not know of: that it is raised, or that it is over. As it was when it could not be written. */
    private final Map<Alarm.Kind, Raised> unwritten = new EnumMap<>(Alarm.Kind.class);

    /** An alarm as it is kept. */
    record Raised(Instant since, Instant nextProbe, int level) {}

    Alarms(Clock clock, AlarmStore store, StaffChannel staff) {
        this.clock = clock;
        this.store = store;
        this.news = new AlarmNews(staff);
    }

    /** Reads those of the last run; until then no DM is opened. The stage ends with the first try, well or not. */
    CompletionStage<Void> load() {
        return store.load(kept -> decide(() -> loaded(kept)));
    }

    /** Of several instances only the one that knows staff's channel tells them. */
    void tellStaffIf(BooleanSupplier condition) {
        news.tellStaffIf(condition);
    }

    private void decide(Runnable decision) {
        synchronized (this) {
            decision.run();
        }
        after.run();
    }

    /** Looks what other instances have heard; those alarms are all instances' that are kept. First they hear what they lack. */
    void look() {
        decide(this::writeAgain);
        long before;
        synchronized (this) {
            if (!loaded || beingKept > 0 || !unwritten.isEmpty()) {
                return;
            }
            before = changes;
        }
        store.look(kept -> decide(() -> looked(kept, before)));
    }

    private void writeAgain() {
        if (beingKept == 0) {
            Map.copyOf(unwritten).forEach((kind, last) -> {
                Raised now = raised.get(kind);
                if (now == null) {
                    end(kind, last);
                } else {
                    keep(kind, now);
                }
            });
        }
    }

    private void looked(Map<Alarm.Kind, Raised> kept, long before) {
        if (changes != before) {
            return;
        }
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            if (AlarmRule.isShared(kind)) {
                looked(kind, kept.get(kind), raised.get(kind));
            }
        }
    }

    private void looked(Alarm.Kind kind, @Nullable Raised told, @Nullable Raised own) {
        if (told != null) {
            Raised other = AlarmRule.mended(kind, told, clock.instant());
            raised.put(kind, own == null ? other : later(own, other));
            if (own == null) {
                after.add(() -> news.heard(kind, other));
            }
        } else if (own != null) {
            raised.remove(kind);
            after.add(() -> news.heardThatItIsOver(kind));
        }
    }

    /** What was tried in vain here a moment ago is known here only. */
    private static Raised later(Raised own, Raised other) {
        boolean isOwn = own.level() == other.level() && own.nextProbe().isAfter(other.nextProbe());
        Instant since = own.since().isAfter(other.since()) ? own.since() : other.since();
        return isOwn
                ? new Raised(since, own.nextProbe(), own.level())
                : new Raised(since, other.nextProbe(), other.level());
    }

    private void loaded(Map<Alarm.Kind, Raised> kept) {
        loaded = true;
        kept.forEach((kind, told) -> {
            Raised alarm = AlarmRule.mended(kind, told, clock.instant());
            if (raised.putIfAbsent(kind, alarm) == null) {
                after.add(() -> news.loaded(kind, alarm));
            }
        });
    }

    /** Discord has said so. */
    void raise(Alarm.Kind kind) {
        decide(() -> raiseNow(kind));
    }

    private void raiseNow(Alarm.Kind kind) {
        Instant now = clock.instant();
        Raised before = raised.get(kind);
        if (before != null && now.isBefore(before.nextProbe())) { // a call that was under way when it was raised
            return;
        }
        int level = before == null ? 0 : before.level() + 1;
        Raised risen = new Raised(before == null ? now : before.since(), now.plus(AlarmRule.pause(kind, level)), level);
        raised.put(kind, risen);
        keep(kind, risen);
        after.add(before == null ? () -> news.raised(kind) : () -> news.still(kind, risen));
    }

    /** Discord has shown that it is over. */
    void clear(Alarm.Kind kind) {
        decide(() -> {
            Raised over = raised.remove(kind);
            if (over != null) {
                end(kind, over);
                after.add(() -> news.cleared(kind));
            }
        });
    }

    private void keep(Alarm.Kind kind, Raised alarm) {
        write(kind, alarm, () -> store.keep(kind, alarm));
    }

    private void end(Alarm.Kind kind, Raised over) {
        write(kind, over, () -> store.end(kind, over, clock.instant()));
    }

    private void write(Alarm.Kind kind, Raised alarm, Supplier<CompletionStage<?>> writing) {
        if (AlarmRule.isShared(kind)) {
            changes++;
            beingKept++;
            after.add(() -> writing.get().whenComplete((done, failure) -> kept(kind, alarm, failure == null)));
        }
    }

    private synchronized void kept(Alarm.Kind kind, Raised alarm, boolean well) {
        changes++;
        beingKept--;
        if (well) {
            unwritten.remove(kind);
        } else {
            unwritten.put(kind, alarm);
        }
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
