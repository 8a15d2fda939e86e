package app.moddy.bot.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The limits for calls to members that are used up, as Discord's answers say. JDA keeps a call until its limit is reset; whoever
 * wants an answer at once has to know that beforehand. Thread-safe.
 */
final class UsedUpLimits {
    private static final int TOO_MANY_REQUESTS = 429;

    private final LongSupplier nanoTime;
    private final Map<String, Long> resets = new ConcurrentHashMap<>();

    UsedUpLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns whether this answer says that one is used up. */
    boolean answered(WireKey key, Response response) {
        String limit = key.limit();
        boolean usedUp = response.code() == TOO_MANY_REQUESTS || "0".equals(response.header("X-RateLimit-Remaining"));
        if (limit == null || !usedUp || !key.isOfMember()) {
            return false;
        }
        Duration left = resetAfter(response.header("X-RateLimit-Reset-After"));
        resets.put(limit, nanoTime.getAsLong() + left.toNanos());
        return true;
    }

    Duration untilReset(WireKey key) {
        String limit = key.limit();
        Long reset = limit == null ? null : resets.get(limit);
        if (limit == null || reset == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.ofNanos(reset - nanoTime.getAsLong());
        if (left.isNegative()) {
            resets.remove(limit, reset);
            return Duration.ZERO;
        }
        return left;
    }

    /** Seconds with a fraction; zero when it is missing or no number: nothing is known then. */
    private static Duration resetAfter(@Nullable String seconds) {
        if (seconds == null) {
            return Duration.ZERO;
        }
        try {
            double value = Double.parseDouble(seconds);
            return Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(value, RetryAfter.LONGEST_SECONDS)) * 1000));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
