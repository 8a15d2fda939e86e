package app.moddy.sandbox.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How much of a limit is used until a time. */
final class RateWindow {
    private final Limit limit;
    private final Instant end;
    private int used;

    RateWindow(Limit limit, Instant end) {
        this.limit = limit;
        this.end = end;
    }

    static RateWindow exhausted(Limit limit, Instant end) {
        RateWindow window = new RateWindow(limit, end);
        window.used = limit.requests();
        return window;
    }

    boolean take() {
        if (used == limit.requests()) {
            return false;
        }
        used++;
        return true;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
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
