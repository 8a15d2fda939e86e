package app.moddy.sandbox.rest;

import app.moddy.sandbox.world.Json;
import app.moddy.sandbox.world.WorldClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests in fixed windows on the sandbox's clock. Discord documents only the headers and the 50 per second;
 * the numbers of the buckets are what was observed. Thread-safe.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
public final class RateLimits {
    private static final String GLOBAL = "global";

    private final WorldClock clock;
    private final Map<String, Limit> limits;
    private final @Nullable Limit global;
    private final Map<String, Window> windows = new HashMap<>();

    /** Counts by bucket; a bucket without limit sends no headers, and null means no global limit. */
    public RateLimits(WorldClock clock, Map<String, Limit> limits, @Nullable Limit global) {
        this.clock = clock;
        this.limits = Map.copyOf(limits);
        this.global = global;
    }

    /**
     * What the limits say of a request.
     *
     * @param headers those of the bucket, for whatever answer it gets
     * @param refusal the 429, or null when the request may pass
     */
    record Verdict(Map<String, String> headers, @Nullable Answer refusal) {}

    synchronized Verdict count(Route route, Map<String, String> parts) {
        Instant now = clock.now();
        if (global != null && !route.isExemptFromGlobalLimit()) {
            Window window = window(GLOBAL, global, now);
            if (!window.take()) {
                return new Verdict(Map.of(), tooMany(window.left(now), true));
            }
        }
        Limit limit = limits.get(route.bucket());
        if (limit == null) {
            return new Verdict(Map.of(), null);
        }
        Window window = window(route.bucketKey(parts), limit, now);
        boolean passes = window.take();
        return new Verdict(window.headers(route.bucket(), now), passes ? null : tooMany(window.left(now), false));
    }

    private Window window(String key, Limit limit, Instant now) {
        Window window = windows.get(key);
        if (window == null || !now.isBefore(window.end)) {
            window = new Window(limit, now.plus(limit.window()));
            windows.put(key, window);
        }
        return window;
    }

    /** Returns Discord's 429: whole seconds in Retry-After, the fraction only in the body. */
    public static Answer tooMany(Duration left, boolean global) {
        ObjectNode body = Json.object().put("message", "You are being rate limited.");
        body.put("retry_after", Math.max(1, left.toMillis()) / 1000.0).put("global", global);
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", Long.toString(Math.max(1, (left.toMillis() + 999) / 1000)));
        headers.put("X-RateLimit-Scope", global ? GLOBAL : "user");
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        }
        return Answer.json(429, body).with(headers);
    }

    private static final class Window {
        private final Limit limit;
        private final Instant end;
        private int used;

        Window(Limit limit, Instant end) {
            this.limit = limit;
            this.end = end;
        }

        boolean take() {
            if (used == limit.requests()) {
                return false;
            }
            used++;
            return true;
        }

        Duration left(Instant now) {
            return Duration.between(now, end);
        }

        Map<String, String> headers(String bucket, Instant now) {
            return Map.of(
                    "X-RateLimit-Limit", Integer.toString(limit.requests()),
                    "X-RateLimit-Remaining", Integer.toString(limit.requests() - used),
                    "X-RateLimit-Reset", seconds(end.toEpochMilli()),
                    "X-RateLimit-Reset-After", seconds(left(now).toMillis()),
                    "X-RateLimit-Bucket", hash(bucket));
        }

        private static String seconds(long millis) {
            return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
        }

        private static String hash(String bucket) {
            return UUID.nameUUIDFromBytes(bucket.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "");
        }
    }
}
