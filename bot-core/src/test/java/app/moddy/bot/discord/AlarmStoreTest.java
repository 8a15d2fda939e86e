package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Bot;
import app.moddy.bot.discord.Alarms.Raised;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.time.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one instance writes late does not undo what another has written since. */
class AlarmStoreTest {
    private static final Alarm.Kind KIND = Alarm.Kind.OPENING_TOO_FAST;
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir
    private Path folder;

    private final Map<Alarm.Kind, Raised> kept = new EnumMap<>(Alarm.Kind.class);
    private SteppedStore store;
    private AlarmStore alarms;

    @BeforeEach
    void open() throws Exception {
        store = SteppedStore.in(folder, Runnable::run, false);
        store.migrate("", Bot.class);
        alarms = new AlarmStore(store, new Timer() {
            @Override
            public void execute(Runnable task) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                throw new UnsupportedOperationException();
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void done(CompletionStage<?> writing) {
        store.drainOnce();
        assertThat(writing.toCompletableFuture()).isCompleted();
        kept.clear();
        alarms.look(kept::putAll);
    }

    private static Raised raised(Duration since, Duration pause, int level) {
        return new Raised(NOW.plus(since), NOW.plus(since).plus(pause), level);
    }

    @Test
    void whatOthersHaveTriedMoreOftenStays() {
        Raised others = raised(Duration.ZERO, Duration.ofHours(1), 3);
        done(alarms.keep(KIND, others));
        done(alarms.keep(KIND, raised(Duration.ofMinutes(1), Duration.ofMinutes(10), 0)));
        assertThat(kept).containsEntry(KIND, others);
    }

    /** What it says is long over: it was not deleted in its time, say. */
    @Test
    void anOlderOneDoesNot() {
        Raised now = raised(Duration.ofDays(1), Duration.ofMinutes(10), 0);
        done(alarms.keep(KIND, raised(Duration.ZERO, Duration.ofHours(1), 3)));
        done(alarms.keep(KIND, now));
        assertThat(kept).containsEntry(KIND, now);
    }

    @Test
    void oneThatWasRaisedAnewSinceDoesNotEndWithTheOneBefore() {
        Raised before = raised(Duration.ZERO, Duration.ofMinutes(10), 0);
        Raised anew = raised(Duration.ofMinutes(5), Duration.ofMinutes(10), 0);
        done(alarms.keep(KIND, anew));
        done(alarms.end(KIND, before, NOW.plus(Duration.ofMinutes(6))));
        assertThat(kept).containsEntry(KIND, anew);
        done(alarms.end(KIND, anew, NOW.plus(Duration.ofMinutes(6))));
        assertThat(kept).isEmpty();
    }

    /** A clock was wrong when it was written: what was read of it was mended. */
    @Test
    void oneOfTheFutureEnds() {
        done(alarms.keep(KIND, raised(Duration.ofDays(9), Duration.ofMinutes(10), 0)));
        done(alarms.end(KIND, raised(Duration.ZERO, Duration.ofMinutes(10), 0), NOW));
        assertThat(kept).isEmpty();
    }
}
