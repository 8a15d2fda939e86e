package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two processes on one PostgreSQL, of which one or the other is killed again and again. {@code -Dmoddy.kills=50} for more rounds, {@code
 * -Dmoddy.seed=…} for the same choices again.
 */
@Execution(ExecutionMode.CONCURRENT)
class TwoInstancesTest {
    private static final int KILLS = Integer.getInteger("moddy.kills", 2);
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private PostgresServer database;
    private final DiscordSandbox discord =
            DiscordSandbox.builder().withoutRateLimits().start();

    @BeforeEach
    void open() throws IOException {
        database = PostgresServer.start(folder.resolve("database"));
    }

    /** How long until somebody identifies anew. */
    private Duration untilTakenOver(int identifiesBefore, long begin) {
        long end = begin + LIMIT.toNanos();
        while (discord.gateway().identifies() == identifiesBefore && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        discord.gateway().awaitConnected();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @AfterEach
    void close() {
        discord.close();
        database.close();
    }

    @Test
    void whoIsKilledLosesNothingAndTheOtherHasTheGatewayWithin15Seconds() throws Exception {
        try (Scenario scenario = Scenario.ofTwo("Two instances", folder, discord, database.url())) {
            scenario.bots().get(0).start();
            discord.gateway().awaitConnected();
            scenario.bots().get(1).start();
            scenario.load(6, Duration.ofMillis(60));
            for (int kill = 0; kill < KILLS; kill++) {
                scenario.ledger().awaitPromises(100, LIMIT);
                kill(scenario, scenario.bots().get(kill % 2), kill % 2 == 1);
            }
            scenario.end(true, LIMIT);
            assertThat(discord.gateway().mostSessions()).isEqualTo(1);
        }
    }

    /** Whoever has the gateway loses it, also when it is back before anybody knows that it was dead. */
    private void kill(Scenario scenario, BotProcess bot, boolean isBackAtOnce) throws Exception {
        boolean hadGateway = new Inspection(bot).isHealth("\"connected\"");
        int identifies = discord.gateway().identifies();
        long begin = System.nanoTime();
        bot.kill();
        CompletableFuture<Void> back = isBackAtOnce ? begun(bot) : CompletableFuture.completedFuture(null);
        if (hadGateway) {
            Duration takeover = untilTakenOver(identifies, begin);
            scenario.say("the gateway was taken over after " + takeover.toMillis() + " ms");
            assertThat(takeover).isLessThan(TAKEOVER);
        }
        back.join();
        if (!isBackAtOnce) {
            bot.start();
        }
    }

    /** Its start takes longer than the other one takes to notice, where the machine is busy. */
    private static CompletableFuture<Void> begun(BotProcess bot) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        bot.start();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task, "start").start());
    }

    /** The sleeper has closed its old one, and read all that was in it. */
    private void awaitOneSession() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (discord.gateway().sessions() != 1) {
            assertThat(System.nanoTime())
                    .as("the sleeper's session is still there")
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private long answersTo(SandboxReply reply) {
        return discord.calls().stream()
                .filter(call -> call.path().contains("/interactions/" + reply.interactionId() + "/"))
                .count();
    }

    /** Discord tells both: the one that sleeps has never closed its connection. */
    @Test
    void whoHasSleptAnswersNothingThatTheOtherHasAnswered() throws Exception {
        SandboxUser user = discord.user("asker").joins(discord.guild("Moddy HQ"));
        try (BotProcess sleeper = BotProcess.on(database.url(), discord, folder.resolve("sleeps"));
                BotProcess other = BotProcess.on(database.url(), discord, folder.resolve("wakes"))) {
            sleeper.start();
            discord.gateway().awaitConnected();
            other.start();
            assertThat(new Inspection(other).awaitHealth("standby")).contains("\"healthy\"");
            int identifies = discord.gateway().identifies();
            sleeper.suspend();
            Duration takeover = untilTakenOver(identifies, System.nanoTime());
            System.out.println(
                    "Two instances: from who sleeps the gateway was taken after " + takeover.toMillis() + " ms");
            assertThat(takeover).isLessThan(TAKEOVER);
            new Inspection(other).awaitHealth("\"connected\"");
            List<SandboxReply> replies = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                replies.add(user.runs("/inbox"));
            }
            replies.forEach(SandboxReply::await);
            List<Long> before = replies.stream().map(this::answersTo).toList();
            sleeper.goOn();
            new Inspection(sleeper).awaitHealth("standby");
            awaitOneSession();
            user.runs("/inbox").await(); // what the sleeper has begun to answer by now comes before that
            assertThat(replies.stream().map(this::answersTo)).isEqualTo(before).allMatch(count -> count == 1);
        }
    }
}
