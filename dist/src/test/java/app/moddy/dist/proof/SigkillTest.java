package app.moddy.dist.proof;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dmoddy.kills=50} for more rounds, {@code -Dmoddy.seed=…} for the same choices again. */
class SigkillTest {
    private static final int KILLS = Integer.getInteger("moddy.kills", 5);
    private static final long SEED = Long.getLong("moddy.seed", new Random().nextLong());
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String POST = "POST /channels/{channel_id}/messages";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();

    @Test
    void whatWasAcknowledgedIsInExactlyOneDmHoweverOftenTheBotIsKilled() throws Exception {
        System.out.println("SigkillTest: " + KILLS + " kills, -Dmoddy.seed=" + SEED + ", logs in " + folder);
        try (DiscordSandbox discord =
                        DiscordSandbox.builder().withoutRateLimits().start();
                BotProcess bot = bot(discord);
                Backends backends = new Backends(bot, ledger, Duration.ZERO)) {
            discord.onMessage(ledger::arrived);
            List<SandboxUser> users = users(discord, 40);
            backends.start(12, users, random);
            for (int round = 1; round <= KILLS; round++) {
                bot.start();
                String when = awaitMoment(discord);
                bot.kill();
                discord.on(POST).heal();
                System.out.printf("kill %d %s: %d promised%n", round, when, ledger.promised());
            }
            bot.start();
            ledger.awaitPromises(50, LIMIT);
            backends.stop();
            ledger.awaitAllArrived(LIMIT);
            System.out.println("SigkillTest: " + Mailbox.check(ledger, users, true));
        }
    }

    private BotProcess bot(DiscordSandbox discord) {
        return new BotProcess(
                discord,
                folder,
                Map.of("MODDY_REQUESTS_PER_SECOND", "100000", "MODDY_NEW_DM_PER_SECOND", "100000"),
                "-XX:TieredStopAtLevel=1");
    }

    static List<SandboxUser> users(DiscordSandbox discord, int many) {
        SandboxGuild guild = discord.guild("Moddy HQ");
        return IntStream.range(0, many)
                .mapToObj(i -> discord.user("user" + i + "x").joins(guild))
                .toList();
    }

    /** Returns at a random moment under load. */
    private String awaitMoment(DiscordSandbox discord) throws InterruptedException {
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
                discord.on(POST).failAlways(SandboxFault.hangAfterProcessing());
                int messages = 1 + random.nextInt(6);
                ledger.awaitArrivals(messages, LIMIT);
                return "when " + messages + " messages had come without an answer";
            }
        }
    }
}
