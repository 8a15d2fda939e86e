package app.moddy.sandbox;

import app.moddy.sandbox.rest.Limit;
import app.moddy.sandbox.rest.resource.ApiRoutes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a {@link DiscordSandbox} shall be. For one thread. */
public final class SandboxBuilder {
    private static final Limit GLOBAL = new Limit(50, Duration.ofSeconds(1));

    private final Map<String, Limit> limits = new HashMap<>(ApiRoutes.USUAL_LIMITS);
    private @Nullable Limit globalLimit = GLOBAL;
    private int port;
    private String token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Sand8x.not-a-secret-only-for-the-sandbox-0001";
    private boolean checkingSchema;
    private Duration heartbeatInterval = Duration.ofMillis(41_250);
    private int privilegedIntents;
    private boolean loggingCalls = true;
    private boolean keepingMessages = true;

    SandboxBuilder() {}

    /** Sets the TCP port on 127.0.0.1; 0, the default, takes a free one. */
    public SandboxBuilder port(int number) {
        port = number;
        return this;
    }

    /** Sets the bot's token, without "Bot ". */
    public SandboxBuilder token(String text) {
        token = text;
        return this;
    }

    /** Switches all rate limits off, the global one too. */
    public SandboxBuilder withoutRateLimits() {
        limits.clear();
        globalLimit = null;
        return this;
    }

    /**
     * Changes the limit of one route, per channel, guild or interaction as the route has them. The two routes that
     * change roles share the limit named {@code member roles}.
     *
     * @param route method and template, such as {@code POST /channels/{channel_id}/messages}
     */
    public SandboxBuilder rateLimit(String route, int requests, Duration window) {
        limits.put(route, new Limit(requests, window));
        return this;
    }

    /** Changes how many requests per second the bot may make in all; answers to interactions do not count. */
    public SandboxBuilder globalRateLimit(int requestsPerSecond) {
        globalLimit = new Limit(requestsPerSecond, Duration.ofSeconds(1));
        return this;
    }

    /** Compares every request and answer with Discord's OpenAPI file; see {@link DiscordSandbox#problems()}. */
    public SandboxBuilder checkingSchema() {
        checkingSchema = true;
        return this;
    }

    /** Sets how often bots shall send a heartbeat; Discord's usual 41.25 s unless set. Real time. */
    public SandboxBuilder heartbeatInterval(Duration interval) {
        heartbeatInterval = interval;
        return this;
    }

    /** Enables privileged intents, as bits: members 2, presences 256, message content 32768. None unless set. */
    public SandboxBuilder privilegedIntents(int bits) {
        privilegedIntents = bits;
        return this;
    }

    /** Keeps no log of the bot's calls, which otherwise grows with every one; for measurements. */
    public SandboxBuilder withoutCallLog() {
        loggingCalls = false;
        return this;
    }

    /**
     * Keeps no message that the bot writes, nor its nonce: nobody can read, edit or delete it, and the same nonce again is
     * another message. The memory would otherwise grow with every one; for measurements.
     */
    public SandboxBuilder withoutMessages() {
        keepingMessages = false;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws IllegalArgumentException when a rate limit is for no route
     */
    public DiscordSandbox start() {
        Set<String> unknown = new TreeSet<>(limits.keySet());
        unknown.removeAll(ApiRoutes.buckets());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "No route for the rate limit of " + unknown + "; there are " + ApiRoutes.buckets());
        }
        return new DiscordSandbox(this);
    }

    Map<String, Limit> limits() {
        return limits;
    }

    Optional<Limit> globalLimit() {
        return Optional.ofNullable(globalLimit);
    }

    boolean isLoggingCalls() {
        return loggingCalls;
    }

    boolean isKeepingMessages() {
        return keepingMessages;
    }

    int port() {
        return port;
    }

    String token() {
        return token;
    }

    boolean isCheckingSchema() {
        return checkingSchema;
    }

    Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    int privilegedIntents() {
        return privilegedIntents;
    }
}
