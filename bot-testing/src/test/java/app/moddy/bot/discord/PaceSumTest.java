package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.store.Relay;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Discord sees of two bots on one PostgreSQL that always have more to send than they may, while one comes and goes. */
class PaceSumTest {
    private static final int PACE = 100;

    /** A burst, of each: a tenth of a second's; and what a busy machine brings too late. Three halves of the pace are more. */
    private static final int MOST_IN_A_SECOND = PACE + 30;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** So few that known users, who go first, leave each instance more than that. */
    private static final int OPENINGS = 3;

    /** JDA opens one at a time, and some wait for that. */
    private static final Duration LONG = Duration.ofSeconds(5);

    /** The burst, and what comes late. Twice the pace is more. */
    private static final int MOST_OPENINGS = 5 * OPENINGS + 5 + 4;

    private final Scene scene = Scene.open();
    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final List<SandboxUser> users = new ArrayList<>();
    private final List<Pump> pumps = new ArrayList<>();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicLong nonces = new AtomicLong(System.nanoTime());

    /** Sends whenever it may, also to users who are new, until it is closed. */
    private final class Pump {
        private final Talk bot;
        private final Queue<Long> sent = new ConcurrentLinkedQueue<>();
        private final Thread thread = new Thread(this::run, "pump");
        private volatile boolean ends;

        Pump(Talk bot) {
            this.bot = bot;
            thread.start();
        }

        private void run() {
            while (!ends) {
                long number = nonces.incrementAndGet();
                Optional<Slot> toNew = bot.messenger().slot(Reach.NEW);
                toNew.ifPresent(slot -> send(slot, someone(), number, 2));
                Optional<Slot> toKnown = bot.messenger().slot(Reach.KNOWN);
                toKnown.ifPresent(slot -> send(slot, users.get((int) (number % users.size())), -number, 1));
                if (toNew.isEmpty() && toKnown.isEmpty()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                }
            }
        }

        private void send(Slot slot, SandboxUser user, long number, int requests) {
            MessageCreateData hello = MessageCreateData.fromContent("Hello");
            slot.send(new DirectMessage(Talk.id(user), hello, Long.toString(number), () -> true))
                    .thenAccept(delivery -> {
                        for (int i = 0; i < requests && delivery.outcome() == DeliveryOutcome.DELIVERED; i++) {
                            sent.add(System.nanoTime());
                        }
                    });
        }

        void awaitMore(int requests) {
            int before = sent.size();
            Eventually.isTrue(requests + " more", () -> sent.size() - before > requests);
        }

        /** Waits until it has the pace for itself. */
        void awaitWholePace() {
            long begin = System.nanoTime();
            Eventually.isTrue("the whole pace", () -> {
                long since = System.nanoTime() - SECOND.toNanos();
                return since - begin > 0
                        && sent.stream().filter(time -> time - since > 0).count() > PACE * 0.8;
            });
        }

        void end() throws InterruptedException {
            ends = true;
            thread.join();
            bot.close();
        }
    }

    private SandboxUser someone() {
        return scene.discord().user("user" + names.incrementAndGet()).joins(scene.guild());
    }

    private Pump pump(String url) throws Exception {
        Talk bot = Talk.start(scene.bot()
                .environment("DATABASE_URL", url)
                .environment("MODDY_REQUESTS_PER_SECOND", Integer.toString(PACE))
                .environment("MODDY_NEW_DM_PER_SECOND", Integer.toString(OPENINGS)));
        if (users.isEmpty()) {
            for (int i = 0; i < 20; i++) {
                SandboxUser user = someone();
                assertThat(bot.send(user).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
                users.add(user);
            }
        }
        Pump pump = new Pump(bot);
        pumps.add(pump);
        return pump;
    }

    @AfterEach
    void stop() throws Exception {
        for (Pump pump : pumps) {
            pump.end();
        }
        network.close();
        scene.close();
        database.close();
    }

    private int mostWithin(Duration stretch, Predicate<SandboxCall> wished) {
        List<Instant> times = scene.discord().calls().stream()
                .filter(wished)
                .map(SandboxCall::time)
                .sorted()
                .toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(last).isBefore(times.get(first).plus(stretch))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Test
    void inNoSecondTheyExceedThePaceTogetherWhileOneComesIsSilentComesBackAndGoes() throws Exception {
        Pump first = pump(database.url());
        first.awaitWholePace();
        Pump second = pump(network.url(database));
        second.awaitMore(PACE);
        network.silent(true);
        first.awaitWholePace();
        network.silent(false);
        second.awaitMore(2 * PACE);
        pumps.remove(second);
        second.end();
        first.awaitWholePace();
        assertThat(mostWithin(SECOND, call -> true)).isBetween(PACE - 10, MOST_IN_A_SECOND);
        assertThat(mostWithin(LONG, call -> call.route().equals(Talk.OPEN))).isBetween(3 * OPENINGS, MOST_OPENINGS);
    }
}
