package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.DiscordSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two processes on one PostgreSQL, of which one after the other is ended and started again. {@code -Dmoddy.rounds=20} for more
 * rounds, {@code -Dmoddy.seed=…} for the same choices again.
 */
@Execution(ExecutionMode.CONCURRENT)
class RollingRestartTest {
    private static final int ROUNDS = Integer.getInteger("moddy.rounds", 1);
    private static final int CLIENTS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aRollingRestartUnderLoadLosesNothingAndDoublesNothing() throws Exception {
        try (DiscordSandbox discord =
                        DiscordSandbox.builder().withoutRateLimits().start();
                PostgresServer database = PostgresServer.start(folder.resolve("database"));
                Scenario scenario = Scenario.ofTwo("rolling restart", folder, discord, database.url())) {
            scenario.start().load(CLIENTS, Duration.ofMillis(60));
            for (int round = 1; round <= ROUNDS; round++) {
                for (BotProcess bot : scenario.bots()) {
                    scenario.ledger().awaitPromises(150, LIMIT);
                    restart(bot, scenario);
                }
            }
            scenario.ledger().awaitPromises(100, LIMIT);
            scenario.end(true, LIMIT);
            assertThat(discord.gateway().mostSessions()).isEqualTo(1);
        }
    }

    /** Requests come all the while, to the other one in the end. */
    private static void restart(BotProcess bot, Scenario scenario) throws Exception {
        long begin = System.nanoTime();
        int promised = scenario.ledger().promised();
        int refused = scenario.ledger().refusals().size();
        bot.stop();
        long ended = System.nanoTime();
        int refusedMeanwhile = scenario.ledger().refusals().size();
        scenario.ledger().awaitPromises(50, LIMIT);
        bot.start();
        scenario.discord().gateway().awaitConnected();
        scenario.say("ended in " + (ended - begin) / 1_000_000 + " ms; until it was back "
                + (scenario.ledger().promised() - promised) + " promised, "
                + (scenario.ledger().refusals().size() - refused) + " refused, "
                + (scenario.ledger().refusals().size() - refusedMeanwhile) + " of them after its end");
        List<Refusal> refusals = scenario.ledger().refusals();
        assertThat(refusals.subList(refused, refusals.size()))
                .as("may be repeated")
                .allMatch(refusal -> refusal.isNotNow() || refusal.isWithoutAnswer());
        assertThat(refusals.subList(refusedMeanwhile, refusals.size()))
                .as("the other one takes all, but those that were on their way")
                .hasSizeLessThanOrEqualTo(CLIENTS);
    }
}
