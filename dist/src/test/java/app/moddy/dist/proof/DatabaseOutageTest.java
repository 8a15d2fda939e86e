package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.DiscordSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two processes whose PostgreSQL is killed and started again, and then falls silent. {@code -Dmoddy.database.outage=60} for
 * outages of so many seconds, {@code -Dmoddy.seed=…} for the same choices again.
 */
@Execution(ExecutionMode.CONCURRENT)
@DisabledIfSystemProperty(named = "moddy.postgres", matches = ".+", disabledReason = "that server is not ours to kill")
class DatabaseOutageTest {
    private static final int CLIENTS = 8;
    private static final int OUTAGE = Integer.getInteger("moddy.database.outage", 0);

    /** Longer than an instance is sure of the gateway without a word from the database. */
    private static final Duration SILENT = Duration.ofSeconds(OUTAGE == 0 ? 8 : OUTAGE);

    private static final Duration DOWN = Duration.ofSeconds(OUTAGE == 0 ? 1 : OUTAGE);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Backends give up after 10 s; the rest is for a machine that stands still at times. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(12);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void whileTheDatabaseIsAwayRequestsAreToComeLaterAndAfterwardsAllGoesOnByItself() throws Exception {
        try (DiscordSandbox discord =
                        DiscordSandbox.builder().withoutRateLimits().start();
                PostgresServer database = PostgresServer.start(folder.resolve("database"));
                Scenario scenario = Scenario.ofTwo("database", folder, discord, database.url())) {
            scenario.start().load(CLIENTS, Duration.ofMillis(60));
            goesOn(scenario);
            database.kill();
            isRefused(scenario, "it was dead", DOWN);
            database.startAgain();
            goesOn(scenario);
            database.suspend();
            isRefused(scenario, "it was silent", SILENT);
            database.goOn();
            goesOn(scenario);
            scenario.end(true, LIMIT);
            assertThat(discord.gateway().mostSessions()).isEqualTo(1);
        }
    }

    /** Fails unless all requests of this time are either taken, at the beginning and the end, or told to come later. */
    private static void isRefused(Scenario scenario, String how, Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        int before = scenario.ledger().refusals().size();
        do {
            scenario.ledger().awaitRefusals(1, LIMIT);
        } while (System.nanoTime() - begin < time.toNanos());
        List<Refusal> refusals = scenario.ledger().refusals();
        refusals = refusals.subList(before, refusals.size());
        long longest = refusals.stream().mapToLong(Refusal::millis).max().orElseThrow();
        scenario.say("while " + how + " " + refusals.size() + " refused, the longest after " + longest + " ms");
        assertThat(refusals).allMatch(refusal -> refusal.isNotNow() || refusal.isPerhapsRecorded());
        assertThat(refusals.stream().filter(Refusal::isPerhapsRecorded))
                .as("only those under way when it went")
                .hasSizeLessThanOrEqualTo(CLIENTS);
        assertThat(longest).isLessThan(LONGEST_ANSWER.toMillis());
    }

    private static void goesOn(Scenario scenario) throws Exception {
        long begin = System.nanoTime();
        scenario.ledger().awaitPromises(100, LIMIT);
        scenario.discord().gateway().awaitConnected();
        for (BotProcess bot : scenario.bots()) {
            new Inspection(bot).awaitHealth("\"status\":\"healthy\"");
        }
        scenario.say("it goes on within " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }
}
