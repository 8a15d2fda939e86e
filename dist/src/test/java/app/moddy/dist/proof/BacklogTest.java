package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Dmoddy.backlog=100000} for more, {@code -Dmoddy.backlog.pace=45} for another pace (requests and new DMs a second),
 * {@code -Dmoddy.backlog.users=…} for how many users they are for, {@code -Dmoddy.backlog.known=false} for users who were never
 * written to, {@code -Dmoddy.backlog.measure=60} to end after what the pace allows in so many seconds.
 */
class BacklogTest {
    private static final int MANY = Integer.getInteger("moddy.backlog", 2_000);
    private static final int PACE = Integer.getInteger("moddy.backlog.pace", 500);
    private static final int USERS = Integer.getInteger("moddy.backlog.users", 200);
    private static final boolean KNOWN = !"false".equals(System.getProperty("moddy.backlog.known"));
    private static final int MEASURE = Integer.getInteger("moddy.backlog.measure", 0);
    private static final int SAMPLES = 5;
    private static final Duration LIMIT = Duration.ofHours(2);

    /** MiB that may come and go in the heap. */
    private static final long FLAT = 16;

    /** MiB that are enough for the whole process: the heap's bound, and what Java needs besides. */
    private static final long RESIDENT = 320;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<MemorySample> samples = new ArrayList<>();

    @Test
    void aBacklogIsAcceptedAndDeliveredAtThePaceInLittleMemoryWhileRequestsAreAnswered() throws Exception {
        try (Scenario scenario = scenario()) {
            scenario.bot().start();
            if (KNOWN) {
                scenario.writeToEach();
            }
            Outage outage = new Outage(scenario.discord(), SandboxFault.dropConnection());
            outage.begin();
            accept(scenario);
            outage.end();
            deliver(scenario);
            assertFlat();
        }
    }

    private Scenario scenario() {
        DiscordSandbox discord =
                DiscordSandbox.builder().withoutRateLimits().withoutCallLog().start();
        String pace = Integer.toString(PACE);
        BotProcess bot = new BotProcess(
                discord, folder, Map.of("MODDY_REQUESTS_PER_SECOND", pace, "MODDY_NEW_DM_PER_SECOND", pace));
        return Scenario.of("backlog", discord, bot, USERS);
    }

    private void accept(Scenario scenario) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        scenario.load(16, Duration.ZERO);
        for (int i = 1; i <= SAMPLES; i++) {
            long since = System.nanoTime();
            scenario.ledger().awaitPromises(MANY / SAMPLES, LIMIT);
            sample(scenario, "accepting", since);
        }
        scenario.stopLoad();
        double seconds = (System.nanoTime() - begin) / 1e9;
        scenario.say("%d accepted in %.1f s".formatted(scenario.ledger().pending(), seconds));
    }

    private void deliver(Scenario scenario) throws IOException, InterruptedException {
        scenario.load(1, Duration.ofMillis(100)); // requests while it is delivered
        scenario.ledger().awaitArrivals(1, LIMIT);
        long begin = System.nanoTime();
        int arrivedBefore = scenario.ledger().arrived();
        int between = (MEASURE == 0 ? MANY : Math.min(MANY, PACE * MEASURE)) / SAMPLES;
        for (int i = 1; i <= SAMPLES; i++) {
            long since = System.nanoTime();
            scenario.ledger().awaitArrivals(Math.min(between, scenario.ledger().pending()), LIMIT);
            sample(scenario, "delivering", since);
        }
        double measured = (scenario.ledger().arrived() - arrivedBefore) / seconds(begin);
        scenario.say("%.1f a second delivered; the pace is %d requests a second".formatted(measured, PACE));
        assertThat(measured).isLessThan(1.1 * PACE + 5);
        scenario.checkAnswers();
        if (MEASURE == 0) {
            scenario.end(true, LIMIT);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void sample(Scenario scenario, String doing, long since) throws IOException {
        MemorySample sample = MemorySample.of(scenario.bot().pid());
        samples.add(sample);
        scenario.say(doing + ": " + scenario.ledger().pending() + " pending; " + sample + "; "
                + scenario.ledger().latenciesSince(since));
    }

    private void assertFlat() {
        MemorySample first = samples.get(0);
        assertThat(samples).allMatch(sample -> sample.heap() < first.heap() + FLAT);
        assertThat(samples).allMatch(sample -> sample.resident() < RESIDENT);
    }
}
