package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A Discord, a bot on it as a process, and backends that post. Prints what it finds. */
final class Scenario implements AutoCloseable {
    /** Answers are out within 8 s; the rest is for a machine that stands still at times. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(12);

    /** What a request is told that finds no worker within 0.4 s. Of so many, one: a test's machine stands still at times. */
    private static final String BUSY = "503 {\"error\":\"Too many requests at once\"}";

    private static final int PER_BUSY = 100;

    private final String name;
    private final DiscordSandbox discord;
    private final List<BotProcess> bots;
    private final Ledger ledger = new Ledger();
    private final List<SandboxUser> users;
    private final Random random;
    private final long began = System.nanoTime();
    private final Backends backends;

    private Scenario(String name, DiscordSandbox discord, List<BotProcess> bots, int users) {
        long seed = Long.getLong("moddy.seed", new Random().nextLong());
        System.out.println(name + ": -Dmoddy.seed=" + seed);
        this.name = name;
        this.discord = discord;
        this.bots = bots;
        this.random = new Random(seed);
        this.users = users(discord, users);
        this.backends = new Backends(new Balancer(bots), ledger, this.users, random);
        discord.onMessage(ledger::arrived);
    }

    /** Without limits and without a pace; the bot is not started yet. */
    static Scenario unpaced(String name, Path folder, int users) {
        DiscordSandbox discord = DiscordSandbox.builder().withoutRateLimits().start();
        Map<String, String> paces = Map.of("MODDY_REQUESTS_PER_SECOND", "100000", "MODDY_NEW_DM_PER_SECOND", "100000");
        return on(name, folder, discord, paces, users);
    }

    /** On a sandbox that it closes at the end. */
    static Scenario on(String name, Path folder, DiscordSandbox discord, Map<String, String> paces, int users) {
        return of(name, discord, new BotProcess(discord, folder, paces, "-XX:TieredStopAtLevel=1"), users);
    }

    /** Of this Discord and this bot, which it closes at the end. */
    static Scenario of(String name, DiscordSandbox discord, BotProcess bot, int users) {
        return new Scenario(name, discord, List.of(bot), users);
    }

    /** Of two instances, among which requests are shared out; it closes them at the end. */
    static Scenario ofTwo(String name, Path folder, DiscordSandbox discord, String database) throws IOException {
        List<BotProcess> bots = List.of(
                BotProcess.on(database, discord, folder.resolve("one")),
                BotProcess.on(database, discord, folder.resolve("two")));
        return new Scenario(name, discord, bots, 40);
    }

    private static List<SandboxUser> users(DiscordSandbox discord, int many) {
        SandboxGuild guild = discord.guild("Moddy HQ");
        return IntStream.range(0, many)
                .mapToObj(i -> discord.user("user" + i + "x").joins(guild))
                .toList();
    }

    DiscordSandbox discord() {
        return discord;
    }

    /** The only one, or the first. */
    BotProcess bot() {
        return bots.get(0);
    }

    /** All, in the order in which they were made. */
    List<BotProcess> bots() {
        return bots;
    }

    /** Starts all, one after the other. */
    Scenario start() throws IOException, InterruptedException {
        for (BotProcess bot : bots) {
            bot.start();
        }
        return this;
    }

    Inspection inspect() {
        return new Inspection(bot());
    }

    Ledger ledger() {
        return ledger;
    }

    Random random() {
        return random;
    }

    /** Lets so many backends post from now on, each with such a pause between two requests. */
    Scenario load(int many, Duration pause) {
        backends.start(many, pause);
        return this;
    }

    /** Returns when all backends have the answer to their last request. */
    void stopLoad() throws InterruptedException {
        backends.stop();
    }

    /** Each user gets one notification. */
    void writeToEach() throws InterruptedException {
        backends.postToEach(16);
        ledger.awaitAllArrived(Duration.ofMinutes(10));
    }

    void say(String line) {
        System.out.println(name + ": " + line);
    }

    /** Ends the load; fails unless all that was promised arrives, once, and in order if it is to be. */
    void end(boolean inOrder, Duration limit) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        backends.stop();
        int pending = ledger.pending();
        ledger.awaitAllArrived(limit);
        say(pending + " pending at the end of the load, none "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms later");
        say(Mailbox.check(ledger, users, inOrder));
        inspect().awaitDelivered(ledger.promises());
    }

    /** Fails unless every request was answered in time, and none was refused. */
    void checkAnswers() {
        Latencies latencies = ledger.latenciesSince(began);
        List<String> refusals = ledger.refusals().stream().map(Refusal::text).toList();
        say(latencies + ", " + refusals.size() + " refused");
        assertThat(refusals)
                .allMatch(BUSY::equals)
                .hasSizeLessThanOrEqualTo(latencies.millis().size() / PER_BUSY);
        assertThat(latencies.longest()).isLessThan(LONGEST_ANSWER.toMillis());
    }

    @Override
    public void close() {
        backends.close();
        bots.forEach(BotProcess::close);
        discord.close();
    }
}
