package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitThreadsTest {
    private static final int CALLS = 64;

    private final RateLimitThreads threads = new RateLimitThreads();
    private final CountDownLatch begun = new CountDownLatch(CALLS);
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void end() {
        answered.countDown();
        threads.shutdown();
    }

    /** A call that waits for its answer. */
    private void call() {
        begun.countDown();
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean allBegin() throws InterruptedException {
        return begun.await(10, TimeUnit.SECONDS);
    }

    @Test
    void callsWhoseTimeHasComeWaitForNoOther() throws InterruptedException {
        for (int i = 0; i < CALLS; i++) {
            var unused = threads.schedule(this::call, 0, TimeUnit.MILLISECONDS);
        }
        assertThat(allBegin()).isTrue();
    }

    @Test
    void whatHasWaitedForItsTimeWaitsForNoOtherEither() throws InterruptedException {
        for (int i = 0; i < CALLS; i++) {
            var unused = threads.schedule(this::call, 1, TimeUnit.MILLISECONDS);
        }
        assertThat(allBegin()).isTrue();
    }

    @Test
    void noneIsMadeBeforeItsTime() throws Exception {
        long asked = System.nanoTime();
        CountDownLatch made = new CountDownLatch(1);
        var unused = threads.schedule(made::countDown, 50, TimeUnit.MILLISECONDS);
        assertThat(made.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
    }

    @Test
    void itIsKnownWhenACallHasEnded() throws Exception {
        Future<?> call = threads.schedule(() -> {}, 0, TimeUnit.MILLISECONDS);
        assertThat(call.get(10, TimeUnit.SECONDS)).isNull();
        assertThat(call.isDone()).isTrue();
    }

    @Test
    void theEndAtOnceInterruptsWhoWaitsForAnAnswer() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        var unused = threads.schedule(
                () -> {
                    waits.countDown();
                    call();
                    if (Thread.interrupted()) {
                        interrupted.countDown();
                    }
                },
                0,
                TimeUnit.MILLISECONDS);
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdownNow();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noThreadHasTheClassLoaderOfWhoMadeTheCall() throws Exception {
        Thread caller = Thread.currentThread();
        ClassLoader usual = caller.getContextClassLoader();
        caller.setContextClassLoader(new ClassLoader() {});
        CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
        try {
            var unused = threads.schedule(
                    () -> loader.complete(Thread.currentThread().getContextClassLoader()), 0, TimeUnit.MILLISECONDS);
        } finally {
            caller.setContextClassLoader(usual);
        }
        assertThat(loader.get(10, TimeUnit.SECONDS)).isSameAs(RateLimitThreads.class.getClassLoader());
    }

    @Test
    void afterTheEndNoneIsTaken() {
        threads.shutdown();
        assertThatThrownBy(() -> threads.schedule(() -> {}, 0, TimeUnit.MILLISECONDS))
                .isInstanceOf(RejectedExecutionException.class);
    }
}
