package app.moddy.notifications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Mints ids: 64 bits, ordered by time, none twice even when the clock goes back. Thread-safe. */
final class NotificationIds {
    /** As in Discord's own ids, the time is in the upper bits, and there is room for 4 million ids a millisecond. */
    private static final int TIME_SHIFT = 22;

    private static final long EPOCH_MILLIS = 1_420_070_400_000L; // 2015, Discord's: 19 digits for decades

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    @Inject
    NotificationIds(Clock clock) {
        this.clock = clock;
    }

    String next() {
        long now = (clock.millis() - EPOCH_MILLIS) << TIME_SHIFT;
        return Long.toString(last.updateAndGet(before -> Math.max(before + 1, now)));
    }
}
