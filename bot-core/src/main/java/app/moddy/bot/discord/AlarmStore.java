package app.moddy.bot.discord;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms that outlive a restart. Thread-safe. */
final class AlarmStore {
    private static final Logger log = LoggerFactory.getLogger(AlarmStore.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** So far the clocks of instances may be apart. */
    private static final Duration APART = Duration.ofSeconds(15);

    private final Store store;
    private final Timer timer;
    private final AtomicBoolean isTold = new AtomicBoolean();

    AlarmStore(Store store, Timer timer) {
        this.store = store;
        this.timer = timer;
    }

    /** Reads them, again and again until it succeeds; the stage ends with the first try. */
    CompletionStage<Void> load(Consumer<Map<Alarm.Kind, Alarms.Raised>> then) {
        return store.read(AlarmStore::all).handle((kept, failure) -> {
            if (failure == null) {
                then.accept(kept);
            } else {
                if (isTold.compareAndSet(false, true)) {
                    log.error("Cannot read the alarms of the last run; no DM is opened until it succeeds", failure);
                }
                timer.after(AGAIN, () -> load(then));
            }
            return null;
        });
    }

    /** Reads them once more; when that fails, the next look does. */
    void look(Consumer<Map<Alarm.Kind, Alarms.Raised>> then) {
        store.read(AlarmStore::all).thenAccept(then);
    }

    private static Map<Alarm.Kind, Alarms.Raised> all(Sql sql) {
        Map<Alarm.Kind, Alarms.Raised> kept = new EnumMap<>(Alarm.Kind.class);
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            sql.first("SELECT since, next_probe, level FROM alarm WHERE kind = ?", AlarmStore::row, kind.name())
                    .ifPresent(alarm -> kept.put(kind, alarm));
        }
        return kept;
    }

    private static Alarms.Raised row(ResultSet row) throws SQLException {
        return new Alarms.Raised(
                Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2)), row.getInt(3));
    }

    /**
     * Keeps it as it is now, unless another instance has tried more often, and waits for longer. What cannot be written is told; the alarm counts all
     * the same while we run.
     */
    CompletionStage<?> keep(Alarm.Kind kind, Alarms.Raised alarm) {
        return written(
                kind,
                "INSERT INTO alarm (kind, since, next_probe, level) VALUES (?, ?, ?, ?) ON CONFLICT (kind)"
                        + " DO UPDATE SET since = excluded.since, next_probe = excluded.next_probe,"
                        + " level = excluded.level WHERE excluded.level >= alarm.level"
                        + " OR excluded.next_probe > alarm.next_probe",
                kind.name(),
                alarm.since().toEpochMilli(),
                alarm.nextProbe().toEpochMilli(),
                alarm.level());
    }

    /** This one is over. It stays if it was raised anew since, by another instance. */
    CompletionStage<?> end(Alarm.Kind kind, Alarms.Raised over, Instant now) {
        return written(
                kind,
                "DELETE FROM alarm WHERE kind = ? AND (since <= ? OR since > ?)",
                kind.name(),
                over.since().plus(APART).toEpochMilli(),
                now.plus(APART).toEpochMilli()); // of a clock that was wrong: it was mended when it was read
    }

    private CompletionStage<?> written(Alarm.Kind kind, String sql, Object... arguments) {
        return store.write(database -> database.update(sql, arguments)).whenComplete((done, failure) -> {
            if (failure != null) {
                log.error("Cannot record the alarm {}: a restart would not know of it", kind, failure);
            }
        });
    }
}
