package app.moddy.benchmarks;

import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxBuilder;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulated Discord with members, in this process. */
final class Discord implements AutoCloseable {
    static final long FIRST_USER = 200_000_000_000_000_001L;

    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final String OPEN = "POST /users/@me/channels";

    private final DiscordSandbox sandbox;
    private final SandboxGuild guild;
    private final AtomicInteger messages = new AtomicInteger();
    private volatile long lastMessageAt = System.nanoTime();

    private Discord(SandboxBuilder builder, int members) {
        sandbox = builder.start();
        guild = sandbox.guild("Moddy HQ");
        for (int i = 0; i < members; i++) {
            sandbox.user("member" + i, FIRST_USER + i).joins(guild);
        }
    }

    /** Counts messages from now on. */
    Discord counting() {
        sandbox.onMessage(message -> {
            lastMessageAt = System.nanoTime();
            messages.incrementAndGet();
        });
        return this;
    }

    /** Without limits and without a memory: as cheap as it gets. */
    static Discord unlimited(int members) {
        return new Discord(
                DiscordSandbox.builder().withoutRateLimits().withoutCallLog().withoutMessages(), members);
    }

    /** Without limits; it keeps what it sees. */
    static Discord limitless(int members) {
        return new Discord(DiscordSandbox.builder().withoutRateLimits(), members);
    }

    /** With Discord's limits, but for that of opening DMs: meeting a thousand users would take a quarter of an hour. */
    static Discord withGlobalLimit(int members) {
        return new Discord(DiscordSandbox.builder().rateLimit(OPEN, 50, Duration.ofSeconds(1)), members);
    }

    DiscordSandbox sandbox() {
        return sandbox;
    }

    SandboxGuild guild() {
        return guild;
    }

    SandboxUser member(int number) {
        return sandbox.user("member" + number, FIRST_USER + number);
    }

    /** Where a bot finds it. */
    Map<String, String> environment() {
        return Map.of(
                "DISCORD_TOKEN", sandbox.token(),
                "DISCORD_API_URL", sandbox.apiUrl().toString(),
                "DISCORD_GATEWAY_URL", sandbox.gatewayUrl().toString());
    }

    /** Answers to what a delivery calls take this long from now on; zero: as long as they take. */
    void answersAfter(Duration time) {
        for (String route : List.of(SEND, OPEN)) {
            sandbox.on(route).heal();
            if (!time.isZero()) {
                sandbox.on(route).failAlways(SandboxFault.delay(time));
            }
        }
    }

    /** Breaks every connection from now on. */
    void goesDown() {
        for (String route : List.of(SEND, OPEN)) {
            sandbox.on(route).failAlways(SandboxFault.dropConnection());
        }
    }

    void comesBack() {
        answersAfter(Duration.ZERO);
    }

    /** How many messages were counted so far. */
    int messages() {
        return messages.get();
    }

    /** When the last one came, as {@link System#nanoTime}. */
    long lastMessageAt() {
        return lastMessageAt;
    }

    /** Returns once so many came. */
    void awaitMessages(int many, Duration limit) throws InterruptedException {
        Waiting.until(many + " messages", limit, () -> messages.get() >= many);
    }

    /** Returns once none has come for so long: whatever comes late has come. */
    void awaitQuiet(Duration time) throws InterruptedException {
        Waiting.until("quiet", Duration.ofMinutes(10), () -> System.nanoTime() - lastMessageAt > time.toNanos());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
