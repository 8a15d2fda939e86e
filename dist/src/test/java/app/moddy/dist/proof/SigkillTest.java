package app.moddy.dist.proof;

import app.moddy.sandbox.SandboxFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dmoddy.kills=50} for more rounds, {@code -Dmoddy.seed=…} for the same choices again. */
class SigkillTest {
    private static final int KILLS = Integer.getInteger("moddy.kills", 5);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration NONCES_ARE_FORGOTTEN = Duration.ofMinutes(6);
    private static final String POST = "POST /channels/{channel_id}/messages";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void whatWasAcknowledgedIsInExactlyOneDmHoweverOftenTheBotIsKilled() throws Exception {
        try (Scenario scenario = Scenario.unpaced("SIGKILL", folder, 40)) {
            scenario.load(12, Duration.ZERO);
            for (int kill = 1; kill <= KILLS; kill++) {
                scenario.bot().start();
                String moment = awaitMoment(scenario);
                scenario.bot().kill();
                scenario.discord().on(POST).heal();
                if (scenario.random().nextBoolean()) {
                    scenario.discord().advance(NONCES_ARE_FORGOTTEN);
                }
                scenario.say(
                        "kill " + kill + " " + moment + ", " + scenario.ledger().promised() + " promised");
            }
            scenario.bot().start();
            scenario.ledger().awaitPromises(50, LIMIT);
            scenario.end(true, LIMIT);
        }
    }

    /** Returns at a random moment under load. */
    private String awaitMoment(Scenario scenario) throws InterruptedException {
        Random random = scenario.random();
        Ledger ledger = scenario.ledger();
        switch (random.nextInt(4)) {
            case 0 -> {
                int answers = 1 + random.nextInt(5);
                ledger.awaitPromises(answers, LIMIT);
                return "soon after the start, after " + answers + " answers";
            }
            case 1 -> {
                int answers = 1 + random.nextInt(400);
                ledger.awaitPromises(answers, LIMIT);
                return "after " + answers + " answers";
            }
            case 2 -> {
                int messages = 1 + random.nextInt(400);
                ledger.awaitArrivals(messages, LIMIT);
                return "after " + messages + " messages";
            }
            default -> {
                ledger.awaitArrivals(1 + random.nextInt(200), LIMIT);
                scenario.discord().on(POST).failAlways(SandboxFault.hangAfterProcessing());
                int messages = 1 + random.nextInt(6);
                ledger.awaitArrivals(messages, LIMIT);
                return "when " + messages + " messages had come without an answer";
            }
        }
    }
}
