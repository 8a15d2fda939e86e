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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Discord sees of two bots on one PostgreSQL that always have more to send than they may, while one comes and goes. */
class PaceSumTest {
    private static final int PACE = 100;

    /** A burst, of each: a tenth of a second's; and what a busy machine brings too late. Three halves of the pace are more. */
    private static final int MOST_IN_A_SECOND = PACE + 30;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Scene scene = Scene.open();
    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final List<SandboxUser> users = new ArrayList<>();
    private final List<Pump> pumps = new ArrayList<>();

    /** Sends whenever it may, until it is closed. */
    private static final class Pump {
        private final Talk bot;
        private final List<SandboxUser> users;
        private final Queue<Long> sent = new ConcurrentLinkedQueue<>();
        private final Thread thread = new Thread(this::run, "pump");
        private volatile boolean ends;

        Pump(Talk bot, List<SandboxUser> users) {
            this.bot = bot;
            this.users = users;
            thread.start();
        }

        private void run() {
            long number = System.nanoTime();
            while (!ends) {
                var slot = bot.messenger().slot(Reach.KNOWN);
                if (slot.isEmpty()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                    continue;
                }
                number++;
                SandboxUser user = users.get((int) (number % users.size()));
                slot.get()
                        .send(new DirectMessage(
                                Talk.id(user),
                                MessageCreateData.fromContent("Hello"),
                                Long.toString(number),
                                () -> true))
                        .thenAccept(delivery -> {
                            if (delivery.outcome() == DeliveryOutcome.DELIVERED) {
                                sent.add(System.nanoTime());
                            }
                        });
            }
        }

        void awaitMore(int messages) {
            int before = sent.size();
            Eventually.isTrue(messages + " more", () -> sent.size() - before > messages);
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

    private Pump pump(String url) throws Exception {
        Talk bot = Talk.start(scene.bot()
                .environment("DATABASE_URL", url)
                .environment("MODDY_REQUESTS_PER_SECOND", Integer.toString(PACE)));
        if (users.isEmpty()) {
            for (int i = 0; i < 20; i++) {
                SandboxUser user = scene.discord().user("user" + i).joins(scene.guild());
                assertThat(bot.send(user).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
                users.add(user);
            }
        }
        Pump pump = new Pump(bot, users);
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

    private int mostInASecond() {
        List<Instant> times =
                scene.discord().calls().stream().map(SandboxCall::time).sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(last).isBefore(times.get(first).plus(SECOND))) {
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
        assertThat(mostInASecond()).isBetween(PACE - 10, MOST_IN_A_SECOND);
    }
}
