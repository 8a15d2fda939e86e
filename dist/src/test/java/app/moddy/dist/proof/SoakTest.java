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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Half of what the default pace allows, with something wrong all the time: {@code -Dmoddy.soak=1800} for so many seconds, {@code
 * -Dmoddy.seed=…} for the same choices again.
 */
@Execution(ExecutionMode.CONCURRENT)
class SoakTest {
    private static final int SECONDS = Integer.getInteger("moddy.soak", 12);
    private static final int SAMPLES = 6;

    /** With their pauses about 22 requests a second, also when some wait for an answer: the pace is 45. */
    private static final int BACKENDS = 60;

    private static final Duration PAUSE = Duration.ofMillis(2_650);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What may come and go: MiB of the heap that are alive, and threads. */
    private static final long FLAT_HEAP = 16;

    private static final long FLAT_THREADS = 12;

    private static final String POST = "POST /channels/{channel_id}/messages";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<MemorySample> samples = new ArrayList<>();
    private int faults;

    @Test
    void underLoadWithFaultsEverythingArrivesOnceAndNothingGrows() throws Exception {
        DiscordSandbox discord =
                DiscordSandbox.builder().withoutRateLimits().withoutCallLog().start();
        Map<String, String> paces = Map.of("MODDY_NEW_DM_PER_SECOND", "45"); // users become known in the first seconds
        try (Scenario scenario = Scenario.on("soak", folder, discord, paces, 120)) {
            scenario.bot().start();
            scenario.writeToEach();
            scenario.load(BACKENDS, PAUSE);
            for (int i = 1; i <= SAMPLES; i++) {
                trouble(scenario, Duration.ofSeconds(SECONDS).dividedBy(SAMPLES));
                sample(scenario);
            }
            scenario.end(false, LIMIT);
            scenario.checkAnswers();
            assertFlat();
        }
    }

    /** Something else is wrong about every second, for so long. */
    private void trouble(Scenario scenario, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            scenario.ledger().awaitArrivals(10 + scenario.random().nextInt(20), LIMIT);
            oneMore(scenario);
            faults++;
        }
    }

    private void oneMore(Scenario scenario) {
        List<SandboxFault> each = List.of(
                SandboxFault.status(500),
                SandboxFault.badGateway(),
                SandboxFault.status(503),
                SandboxFault.hang(),
                SandboxFault.hangAfterProcessing(),
                SandboxFault.dropConnection(),
                SandboxFault.dropAfterProcessing(),
                SandboxFault.garbage(),
                SandboxFault.rateLimited(1.5),
                SandboxFault.rateLimited(1, true));
        switch (scenario.random().nextInt(12)) {
            case 0 -> scenario.discord().gateway().drop();
            case 1 -> scenario.discord().gateway().reconnect();
            default -> scenario.discord().on(POST).failNext(each.get(faults % each.size()));
        }
    }

    private void sample(Scenario scenario) throws IOException {
        MemorySample sample = MemorySample.of(scenario.bot().pid());
        samples.add(sample);
        scenario.say(scenario.ledger().arrived() + " arrived, "
                + scenario.ledger().pending() + " pending, " + faults + " faults; " + sample);
    }

    private void assertFlat() {
        MemorySample first = samples.get(0);
        assertThat(samples).allMatch(sample -> sample.heap() < first.heap() + FLAT_HEAP);
        // each moment has as many as there are calls under way just then
        int half = samples.size() / 2;
        assertThat(threads(samples.subList(half, samples.size())))
                .as("threads at the median of %s", samples)
                .isLessThan(threads(samples.subList(0, Math.max(1, half))) + FLAT_THREADS);
    }

    private static long threads(List<MemorySample> samples) {
        return samples.stream().map(MemorySample::threads).sorted().toList().get(samples.size() / 2);
    }
}
