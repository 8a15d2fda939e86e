package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.store.SteppedStore;
import app.moddy.bot.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private final Instance instance = OneRun.alone(new Random(1));
    private final Leases leases = new Leases(clock, instance);
    private SteppedStore store;

    @BeforeEach
    void open() throws Exception {
        store = EmptyStore.in(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void recorded(long id, Reach reach) {
        long now = clock.millis();
        var unused = store.write(sql -> sql.update(
                "INSERT INTO notification (id, action, user_id, metadata, test, warnings, outcome, code, retryable, reach,"
                        + " attempts, due_at, accepted_at)"
                        + " VALUES (?, 'subscription_created', ?, '{}', 0, '[]', 'pending', '', 0, ?, 0, ?, ?)",
                id,
                200000000000000000L + id,
                reach.name(),
                now,
                now));
        store.drainOnce();
    }

    /** One, at most. */
    private Claims.Claimed claim(Reach reach) {
        var claim = new Claims(store, leases, new Run("ours"), instance, clock).claim(reach, 1);
        store.drainOnce();
        return claim.toCompletableFuture().join();
    }

    /** Its result can not be recorded, say. */
    @Test
    void whatIsUnderWayThoughItsLeaseIsOverHoldsUpNoOther() {
        recorded(1, Reach.KNOWN);
        Attempt first = claim(Reach.KNOWN).attempts().get(0);
        leases.hold(first);
        clock.advance(Attempt.LEASE.plus(Duration.ofSeconds(1)));
        recorded(2, Reach.KNOWN);

        assertThat(claim(Reach.KNOWN).attempts()).extracting(Attempt::id).containsExactly(2L);
    }

    @Test
    void noMoreAreClaimedThanAskedFor() {
        recorded(1, Reach.NEW);
        leases.hold(claim(Reach.NEW).attempts().get(0));
        clock.advance(Attempt.LEASE.plus(Duration.ofSeconds(1)));
        recorded(2, Reach.KNOWN);
        recorded(3, Reach.KNOWN);

        assertThat(claim(Reach.KNOWN).attempts()).hasSize(1);
    }
}
