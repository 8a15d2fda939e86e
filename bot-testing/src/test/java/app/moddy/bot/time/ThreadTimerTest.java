package app.moddy.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadTimerTest {
    private final ThreadTimer timer = new ThreadTimer();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void runsTasksOnDaemonThreadsOfItsOwn() {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        timer.execute(() -> threads.add(Thread.currentThread()));
        Eventually.isTrue("run", () -> !threads.isEmpty());
        assertThat(threads)
                .allMatch(Thread::isDaemon)
                .allMatch(thread -> thread.getName().startsWith("bot-"));
    }

    @Test
    void runsATaskNoSoonerThanItWasTold() {
        AtomicLong ran = new AtomicLong();
        long asked = System.nanoTime();
        timer.after(Duration.ofMillis(50), () -> ran.set(System.nanoTime()));
        timer.after(Duration.ofSeconds(Long.MAX_VALUE), () -> ran.set(1));
        Eventually.isTrue("run", () -> ran.get() != 0);
        assertThat(ran.get() - asked).isGreaterThanOrEqualTo(50_000_000);
    }

    @Test
    void aTaskThatThrowsIsLoggedAndTheOthersRun() {
        AtomicBoolean ran = new AtomicBoolean();
        try (LogLines log = LogLines.of(ThreadTimer.class)) {
            for (int i = 0; i < 10; i++) {
                timer.execute(() -> {
                    throw new IllegalStateException("planned by the test");
                });
            }
            timer.execute(() -> ran.set(true));
            Eventually.isTrue("run", ran::get);
            Eventually.isTrue("logged", () -> log.containing("A task failed").size() == 10);
        }
    }

    @Test
    void dropsWhatComesOnceItIsClosed() {
        AtomicBoolean ran = new AtomicBoolean();
        timer.close();
        timer.execute(() -> ran.set(true));
        assertThat(ran).isFalse();
    }
}
