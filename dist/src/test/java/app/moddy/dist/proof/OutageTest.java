package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.SandboxFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code -Dmoddy.outage=60} for outages of so many seconds, {@code -Dmoddy.outage.by=hang} or {@code 503} for other reasons than
 * broken connections, {@code -Dmoddy.seed=…} for the same choices again.
 */
@Execution(ExecutionMode.CONCURRENT)
class OutageTest {
    private static final int OUTAGE = Integer.getInteger("moddy.outage", 10);
    private static final SandboxFault BY = switch (System.getProperty("moddy.outage.by", "drop")) {
        case "hang" -> SandboxFault.hang();
        case "503" -> SandboxFault.status(503);
        default -> SandboxFault.dropConnection();
    };
    private static final int BACKENDS = 10;

    /** Milliseconds, on a busy machine. */
    private static final long AT_ONCE = 3_000;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aGatewayThatComesAndGoesDisturbsNoDelivery() throws Exception {
        try (Scenario scenario = Scenario.unpaced("gateway", folder, 40)) {
            scenario.bot().start();
            scenario.load(BACKENDS, Duration.ofMillis(100));
            scenario.inspect().awaitHealth("\"state\":\"connected\"");
            List<Runnable> troubles = List.of(
                    () -> scenario.discord().gateway().drop(),
                    () -> scenario.discord().gateway().reconnect(),
                    () -> scenario.discord().gateway().close(4000),
                    () -> scenario.discord().gateway().invalidateSession(false));
            for (Runnable trouble : troubles) {
                trouble.run();
                scenario.discord().gateway().awaitConnected();
                scenario.ledger().awaitArrivals(20, LIMIT);
            }
            scenario.discord().gateway().refuseConnections(true);
            scenario.discord().gateway().drop();
            scenario.inspect().awaitHealth("reconnecting");
            scenario.ledger().awaitArrivals(100, LIMIT);
            scenario.discord().gateway().refuseConnections(false);
            scenario.discord().gateway().awaitConnected();
            scenario.end(true, LIMIT);
            scenario.checkAnswers();
        }
    }

    @Test
    void afterAnOutageEverythingComesAndMeanwhileTheApiAnswersAndHealthSaysWhatIsWrong() throws Exception {
        outage("outage", BY);
    }

    @Test
    void whatArrivedWhileEveryAnswerWasLostIsNotSentAgain() throws Exception {
        outage("lost answers", SandboxFault.dropAfterProcessing());
    }

    private void outage(String name, SandboxFault fault) throws Exception {
        try (Scenario scenario = Scenario.unpaced(name, folder, 40)) {
            Outage outage = new Outage(scenario.discord(), fault);
            scenario.bot().start();
            scenario.load(BACKENDS, Duration.ofMillis(200));
            scenario.ledger().awaitArrivals(100, LIMIT);
            outage.begin();
            Instant end = Instant.now().plusSeconds(OUTAGE);
            scenario.say("health: " + scenario.inspect().awaitHealth("Discord's REST API does not answer"));
            acceptUntil(end, scenario);
            outage.end();
            scenario.inspect().awaitHealth("\"status\":\"healthy\"");
            scenario.end(OUTAGE < 60, LIMIT.plusSeconds(2L * OUTAGE));
            scenario.checkAnswers();
        }
    }

    private static void acceptUntil(Instant end, Scenario scenario) throws InterruptedException {
        long begin = System.nanoTime();
        do {
            scenario.ledger().awaitPromises(1, LIMIT);
        } while (Instant.now().isBefore(end));
        Latencies meanwhile = scenario.ledger().latenciesSince(begin);
        scenario.say("while health told of it: " + meanwhile + "; "
                + scenario.ledger().pending() + " pending");
        assertThat(meanwhile.longest()).as("nobody waits for an outage to end").isLessThan(AT_ONCE);
    }
}
