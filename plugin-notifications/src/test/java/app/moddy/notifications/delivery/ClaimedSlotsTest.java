package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Slot;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many slots a claim takes: new notifications have none of them while it lasts. */
class ClaimedSlotsTest {
    private static final int SLOTS = 80;
    private static final int MOST = 64;

    private final MessengerWithRoom messenger = new MessengerWithRoom(SLOTS);
    private final ClaimsUnderWay store = new ClaimsUnderWay();
    private final List<Slot> begun = new ArrayList<>();
    private final Lane lane = lane();

    private Lane lane() {
        Clock clock = Clock.systemUTC();
        Claims claims = new Claims(
                store,
                new Leases(clock, OneRun.alone(new Random())),
                new Run("ours"),
                OneRun.alone(new Random()),
                clock);
        return new Lane(
                Reach.KNOWN, claims, messenger, new NoTimer(), clock, (attempt, slot) -> begun.add(slot), () -> {});
    }

    private int taken() {
        return messenger.taken().get() - begun.size();
    }

    @Test
    void whoOnlyLooksTakesOne() {
        lane.wake();

        assertThat(taken()).isOne();
        assertThat(lane.slotForNew()).isPresent();
    }

    @Test
    void asManyAsHaveJoinedSinceTheLastAreTakenAndOneMore() {
        lane.join();
        IntStream.range(0, 5).forEach(i -> lane.join());
        store.answers(1);

        assertThat(taken()).isEqualTo(6);
    }

    @Test
    void oneClaimIsEnoughForAsManyAsAreExpected() {
        lane.join();
        store.answers(1);

        assertThat(store.claims).isOne();
        assertThat(taken()).isZero();
        assertThat(lane.slotForNew()).isPresent();
    }

    @Test
    void eachClaimThatFindsMoreThanExpectedIsFollowedByALargerOne() {
        lane.wake();
        store.answers(1);
        assertThat(taken()).isEqualTo(3);
        store.answers(3);
        assertThat(taken()).isEqualTo(7);
    }

    @Test
    void noneTakesAllThereIsRoomFor() {
        lane.expect(1_000);
        lane.wake();

        assertThat(taken()).isEqualTo(MOST);
    }

    @Test
    void onceAllWereTakenItOnlyLooks() {
        lane.wake();
        store.answers(1);
        store.answers(2);
        lane.wake();

        assertThat(taken()).isOne();
    }

    @Test
    void whatIsExpectedIsKeptUntilThereIsASlot() {
        List<Slot> others = IntStream.range(0, SLOTS)
                .mapToObj(i -> lane.slotForNew().orElseThrow())
                .toList();
        IntStream.range(0, 5).forEach(i -> lane.join());
        others.forEach(Slot::giveBack);
        lane.wake();

        assertThat(taken()).isEqualTo(6);
    }

    @Test
    void whatIsExpectedIsKeptWhenAClaimFails() {
        lane.expect(10);
        lane.wake();
        store.fails();
        assertThat(taken()).isZero();
        lane.wake();

        assertThat(taken()).isGreaterThan(10);
    }

    /** Claims that are answered when the test says so, in turn. */
    private static final class ClaimsUnderWay implements Store {
        private int claims;
        private @Nullable CompletableFuture<Claims.Claimed> last;

        void fails() {
            claim().completeExceptionally(new StoreUnavailableException("down", null));
        }

        private CompletableFuture<Claims.Claimed> claim() {
            return Objects.requireNonNull(last);
        }

        void answers(int attempts) {
            claim().complete(new Claims.Claimed(
                    IntStream.range(0, attempts)
                            .mapToObj(ClaimsUnderWay::attempt)
                            .toList(),
                    Optional.empty()));
        }

        private static Attempt attempt(int id) {
            StoredNotice notice = new StoredNotice("subscription_created", null, "{}", null, false);
            Instant now = Instant.now();
            return new Attempt(id, 1, new Snowflake(200000000000000001L), notice, now, now, now, null, false, 0);
        }

        @Override
        @SuppressWarnings("unchecked") // only claims are made
        public <T> CompletionStage<T> write(Work<T> work) {
            claims++;
            last = new CompletableFuture<>();
            return (CompletionStage<T>) last;
        }

        @Override
        public <T> CompletionStage<T> read(Work<T> work) {
            throw new UnsupportedOperationException();
        }
    }
}
