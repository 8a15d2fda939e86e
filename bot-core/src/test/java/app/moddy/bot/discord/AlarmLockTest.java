package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff's channel and the store have locks of their own: whoever holds them may be waiting for the alarms. */
class AlarmLockTest {
    @TempDir
    private Path folder;

    private MessengerScene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new MessengerScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** Another thread gets its turn at the alarms, and this one waits for it. */
    private static void awaitAnother(Runnable task) {
        CompletableFuture.runAsync(task, thread -> new Thread(thread, "another").start())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private Alarms alarms(Store store, StaffChannel staff) {
        Alarms alarms = new Alarms(scene.clock, new AlarmStore(store, scene.timer), staff);
        alarms.load();
        return alarms;
    }

    @Test
    void staffAreToldWithoutTheLockAndInOrder() {
        List<String> told = new ArrayList<>();
        CompletableFuture<Alarms> alarms = new CompletableFuture<>();
        alarms.complete(alarms(scene.prompt, text -> {
            told.add(text.substring(0, 2).strip());
            if (told.size() == 1) { // while this is being said it is over, and begins anew
                awaitAnother(() -> alarms.join().clear(Alarm.Kind.QUARANTINED));
                awaitAnother(() -> alarms.join().raise(Alarm.Kind.QUARANTINED));
            }
        }));
        alarms.join().raise(Alarm.Kind.QUARANTINED);
        assertThat(told).containsExactly("🚨", "✅", "🚨");
        assertThat(alarms.join().all()).hasSize(1);
    }

    @Test
    void soAreTheyOfWhatAnotherInstanceHasHeard() {
        CompletableFuture<Alarms> alarms = new CompletableFuture<>();
        List<String> told = new ArrayList<>();
        alarms.complete(alarms(scene.prompt, text -> {
            awaitAnother(() -> alarms.join().all());
            told.add(text);
        }));
        Alarms other = scene.alarmsOfItsOwn();
        other.load();
        other.raise(Alarm.Kind.QUARANTINED);
        alarms.join().look();
        other.clear(Alarm.Kind.QUARANTINED);
        alarms.join().look();
        assertThat(told).hasSize(2);
    }

    @Test
    void theStoreIsAskedWithoutTheLock() {
        CompletableFuture<Alarms> alarms = new CompletableFuture<>();
        AtomicInteger answered = new AtomicInteger();
        Store waits = new Store() {
            @Override
            public <T> CompletionStage<T> write(Work<T> work) {
                awaitAnother(() -> alarms.join().all());
                answered.incrementAndGet();
                return scene.prompt.write(work);
            }

            @Override
            public <T> CompletionStage<T> read(Work<T> work) {
                return scene.prompt.read(work);
            }
        };
        alarms.complete(alarms(waits, text -> {}));
        alarms.join().raise(Alarm.Kind.QUARANTINED);
        alarms.join().clear(Alarm.Kind.QUARANTINED);
        assertThat(answered).hasValue(2);
        Alarms next = scene.alarmsOfItsOwn();
        next.load();
        assertThat(next.all()).as("the last word is the one that was kept").isEmpty();
    }

    @Test
    void eachIsToldOnceWhoeverRaisesIt() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Alarms alarms = alarms(scene.prompt, told::add);
        for (int round = 0; round < 50; round++) {
            together(8, () -> alarms.raise(Alarm.Kind.TOKEN_REFUSED));
            together(8, () -> alarms.clear(Alarm.Kind.TOKEN_REFUSED));
        }
        assertThat(told).hasSize(50).allMatch(text -> text.startsWith("✅"));
    }

    private static void together(int many, Runnable task) {
        CompletableFuture<Void> start = new CompletableFuture<>();
        List<CompletableFuture<Void>> all = IntStream.range(0, many)
                .mapToObj(i -> start.thenRunAsync(task, thread -> new Thread(thread).start()))
                .toList();
        start.complete(null);
        all.forEach(one -> one.orTimeout(10, TimeUnit.SECONDS).join());
    }
}
