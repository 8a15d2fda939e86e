package app.moddy.notifications.delivery;

import app.moddy.bot.store.Sql;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Mints ids: 64 bits, ordered by time, none twice, and none below those in the store, even when the clock was set back while
 * the bot was away. Thread-safe.
 */
final class NotificationIds {
    /** As in Discord's own ids, the time is in the upper bits, and there is room for 4 million ids a millisecond. */
    private static final int TIME_SHIFT = 22;

    private static final long EPOCH_MILLIS = 1_420_070_400_000L; // 2015, Discord's: 19 digits for decades

    private final Clock clock;

    @Inject
    NotificationIds(Clock clock) {
        this.clock = clock;
    }

    /** The next one, for a row that is inserted in this transaction. */
    long next(Sql sql) {
        long newest = sql.first("SELECT max(id) FROM notification", row -> row.getLong(1))
                .orElse(0L);
        return Math.max(newest + 1, (clock.millis() - EPOCH_MILLIS) << TIME_SHIFT);
    }
}
