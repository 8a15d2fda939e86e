package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code -Dmoddy.faults=…} for more of them, {@code -Dmoddy.ban=300} for a ban of so many seconds, {@code -Dmoddy.seed=…} for
 * the same choices again.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
    private static final int FAULTS = Integer.getInteger("moddy.faults", 24);
    private static final int BAN = Integer.getInteger("moddy.ban", 3);
    private static final int BACKENDS = 10;

    private static final String POST = "POST /channels/{channel_id}/messages";
    private static final String OPEN = "POST /users/@me/channels";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void errorsAndHangingAndConnectionsCutBeforeAndAfterLoseNothingAndRepeatNothing() throws Exception {
        List<SandboxFault> faults = List.of(
                SandboxFault.status(500),
                SandboxFault.badGateway(),
                SandboxFault.status(503),
                SandboxFault.hang(),
                SandboxFault.hangAfterProcessing(),
                SandboxFault.dropConnection(),
                SandboxFault.dropAfterProcessing(),
                SandboxFault.garbage());
        try (Scenario scenario = Scenario.unpaced("errors", folder, 40)) {
            for (SandboxFault fault : faults) {
                scenario.discord().on(OPEN).failNext(fault);
            }
            scenario.bot().start();
            scenario.load(BACKENDS, Duration.ofMillis(100));
            for (int i = 0; i < FAULTS; i++) {
                scenario.ledger().awaitArrivals(1 + scenario.random().nextInt(8), LIMIT);
                scenario.discord().on(POST).failNext(faults.get(i % faults.size()));
            }
            scenario.end(true, LIMIT);
            scenario.checkAnswers();
        }
    }

    @Test
    void rateLimitsOfABucketOfTheBotAndOfTheAddressAreWaitedFor() throws Exception {
        try (Scenario scenario = Scenario.unpaced("rate limits", folder, 400)) {
            scenario.bot().start();
            scenario.load(BACKENDS, Duration.ofMillis(100));
            for (SandboxFault fault : List.of(
                    SandboxFault.rateLimited(1.5),
                    SandboxFault.rateLimitedShared(1.5, 20028),
                    SandboxFault.rateLimited(2, true),
                    SandboxFault.cloudflareBan(BAN))) {
                scenario.ledger().awaitArrivals(40, LIMIT.plusSeconds(BAN));
                scenario.discord().on(POST).failNext(fault);
                scenario.ledger().awaitArrivals(40, LIMIT.plusSeconds(BAN));
                scenario.discord().on(OPEN).failNext(fault);
            }
            scenario.ledger().awaitArrivals(40, LIMIT.plusSeconds(BAN));
            scenario.end(BAN < 60, LIMIT.plusSeconds(BAN));
            scenario.checkAnswers();
            scenario.say(waited(scenario.discord()));
        }
    }

    /** Fails unless after each 429 for the whole bot or its address nothing was sent for as long as it said. */
    private static String waited(DiscordSandbox discord) {
        List<SandboxCall> calls = discord.calls();
        List<SandboxCall> limits = calls.stream()
                .filter(call -> call.status() == 429)
                .filter(call -> !call.responseJson().has("global")
                        || call.responseJson().path("global").asBoolean())
                .toList();
        assertThat(limits).as("each of both kinds, at each of both routes").hasSizeGreaterThanOrEqualTo(4);
        for (SandboxCall limit : limits) {
            double seconds = limit.responseJson().path("retry_after").asDouble(BAN);
            Instant end = limit.time().plusMillis((long) (seconds * 1000));
            Instant known = limit.time().plusMillis(200); // what was under way by then
            assertThat(calls)
                    .filteredOn(
                            call -> call.time().isAfter(known) && call.time().isBefore(end))
                    .isEmpty();
        }
        return limits.size() + " limits of the whole bot or its address, and silence after each";
    }

    @Test
    void atTheDefaultPacesDiscordNeverHasToLimit() throws Exception {
        DiscordSandbox discord = DiscordSandbox.start();
        try (Scenario scenario = Scenario.on("default paces", folder, discord, Map.of(), 12)) {
            scenario.bot().start();
            scenario.load(12, Duration.ofMillis(500));
            scenario.ledger().awaitPromises(100, LIMIT);
            scenario.end(true, LIMIT);
            scenario.checkAnswers();
            assertThat(discord.calls()).noneMatch(call -> call.status() == 429);
            scenario.say(discord.calls().size() + " calls, no 429");
        }
    }
}
