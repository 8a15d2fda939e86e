package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final AtomicReference<Lane> lane = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Boolean>> asked = new AtomicReference<>();

    /** While the other lane gives slots back, this one may do the same: with their locks held, both would wait for ever. */
    @Test
    void whoeverIsToldOfSlotsMayAskTheLaneFromAnotherThread() {
        Clock clock = Clock.systemUTC();
        Leases leases = new Leases(clock, OneRun.alone(new Random()));
        Claims claims = new Claims(new NothingIsDue(), leases, new Run("ours"), OneRun.alone(new Random()), clock);
        Messenger messenger = new MessengerWithRoom(64);
        lane.set(new Lane(Reach.KNOWN, claims, messenger, new NoTimer(), clock, (attempt, slot) -> {}, this::ask));

        lane().wake();

        assertThat(asked.get()).isCompletedWithValue(false);
    }

    private Lane lane() {
        return Objects.requireNonNull(lane.get());
    }

    private void ask() {
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(lane()::hasWaiting);
        asked.set(answer.completeOnTimeout(true, 5, TimeUnit.SECONDS));
        answer.join();
    }

    /** Has answered by the time that it is asked, as a store may. */
    private record NothingIsDue() implements Store {
        @Override
        @SuppressWarnings("unchecked") // only claims are made
        public <T> CompletionStage<T> write(Work<T> work) {
            return CompletableFuture.completedStage((T) new Claims.Claimed(List.of(), Optional.empty()));
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            throw new UnsupportedOperationException();
        }
    }
}
