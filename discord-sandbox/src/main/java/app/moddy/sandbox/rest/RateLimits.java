package app.moddy.sandbox.rest;

import app.moddy.sandbox.world.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, RateWindow> windows = new HashMap<>();
    private Instant nextPurge = Instant.EPOCH;

    /** Counts by bucket; a bucket without limit sends no headers, and null means no global limit. */
    public RateLimits(WorldClock clock, Map<String, Limit> limits, @Nullable Limit global) {
        this.clock = clock;
        this.limits = Map.copyOf(limits);
        this.global = global;
    }

    /** Returns the headers of a route's bucket as if all its requests were used up. */
    Map<String, String> exhausted(Route route, Fault.Limited fault) {
        if (fault.scope() == LimitScope.GLOBAL) {
            return Map.of();
        }
        Limit limit = limits.getOrDefault(route.bucket(), new Limit(1, Duration.ofSeconds(1)));
        return RateWindow.exhausted(limit, clock.now().plus(fault.left())).headers(route.bucket(), clock.now());
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
            RateWindow window = window(GLOBAL, global, now);
            if (!window.take()) {
                return new Verdict(Map.of(), TooMany.answer(window.left(now), LimitScope.GLOBAL, 0));
            }
        }
        Limit limit = limits.get(route.bucket());
        if (limit == null) {
            return new Verdict(Map.of(), null);
        }
        RateWindow window = window(route.bucketKey(parts), limit, now);
        boolean passes = window.take();
        return new Verdict(
                window.headers(route.bucket(), now),
                passes ? null : TooMany.answer(window.left(now), LimitScope.USER, 0));
    }

    private RateWindow window(String key, Limit limit, Instant now) {
        RateWindow window = windows.get(key);
        if (window == null || window.isOver(now)) {
            purge(now);
            window = new RateWindow(limit, now.plus(limit.window()));
            windows.put(key, window);
        }
        return window;
    }

    /** Forgets the windows that are over; there is one for every channel that was written to. */
    private void purge(Instant now) {
        if (!now.isBefore(nextPurge)) {
            windows.values().removeIf(window -> window.isOver(now));
            nextPurge = now.plusSeconds(1);
        }
    }

    int windows() {
        return windows.size();
    }
}
