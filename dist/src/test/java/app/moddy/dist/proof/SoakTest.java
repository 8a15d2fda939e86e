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
import java.util.function.ToLongFunction;
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

    /** How much higher the median of the second half may be than that of the first: each moment has what is under way just then. */
    private static final long FLAT_HEAP = 4;

    private static final long FLAT_THREADS = 12;

    /** Only when it runs for long: in its first minutes the JVM compiles, and keeps what it has compiled. */
    private static final long FLAT_RESIDENT = 24;

    private static final int LONG = 600;

    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final String SEARCH = "GET /channels/{channel_id}/messages";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final List<MemorySample> samples = new ArrayList<>();
    private int faults;

    @Test
    void underLoadWithFaultsEverythingArrivesOnceAndNothingGrows() throws Exception {
        DiscordSandbox discord =
                DiscordSandbox.builder().withoutRateLimits().withoutCallLog().start();
        Map<String, String> paces = Map.of("MODDY_NEW_DM_PER_SECOND", "45"); // users become known in the first seconds
        BotProcess bot = new BotProcess(discord, folder, paces); // by the launcher's own options
        try (Scenario scenario = Scenario.of("soak", discord, bot, 120)) {
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
            case 2 -> scenario.discord().on(SEARCH).failNext(SandboxFault.status(500));
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
        assertThat(rise(MemorySample::heap)).as("MiB alive of %s", samples).isLessThan(FLAT_HEAP);
        assertThat(rise(MemorySample::threads)).as("threads of %s", samples).isLessThan(FLAT_THREADS);
        if (SECONDS >= LONG) {
            assertThat(rise(MemorySample::resident)).as("MiB of %s", samples).isLessThan(FLAT_RESIDENT);
        }
    }

    /** From the median of the first half to that of the second. */
    private long rise(ToLongFunction<MemorySample> figure) {
        int half = samples.size() / 2;
        return median(samples.subList(half, samples.size()), figure) - median(samples.subList(0, half), figure);
    }

    private static long median(List<MemorySample> samples, ToLongFunction<MemorySample> figure) {
        return samples.stream().mapToLong(figure).sorted().toArray()[samples.size() / 2];
    }
}
