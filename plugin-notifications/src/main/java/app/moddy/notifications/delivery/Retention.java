package app.moddy.notifications.delivery;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Deletes what has been kept for long enough, a little at a time, by a few statements: nobody else writes meanwhile. */
final class Retention {
    private static final int MOST_AT_ONCE = 500;

    private static final String KEPT_METADATA = "SELECT id FROM notification"
            + " WHERE metadata IS NOT NULL AND finished_at IS NOT NULL AND finished_at <= ?"
            + " AND (inbox IS NULL OR inbox <> 'waiting') LIMIT ?";

    /** In an order: it is asked twice, and gives the same ones. */
    private static final String FINISHED = "SELECT id FROM notification"
            + " WHERE finished_at IS NOT NULL AND finished_at <= ? ORDER BY finished_at, id LIMIT ?";

    private final Store store;
    private final NotificationSettings settings;
    private final Clock clock;

    @Inject
    Retention(Store store, NotificationSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes some; true: there may be more. */
    CompletionStage<Boolean> delete() {
        return store.write(sql -> {
            boolean moreMetadata = deleteMetadata(sql);
            return deleteRows(sql) || moreMetadata;
        });
    }

    private boolean deleteMetadata(Sql sql) {
        long until = clock.millis() - settings.keepMetadata().toMillis();
        return sql.update(
                        "UPDATE notification SET metadata = NULL WHERE id IN (" + KEPT_METADATA + ")",
                        until,
                        MOST_AT_ONCE)
                == MOST_AT_ONCE;
    }

    private boolean deleteRows(Sql sql) {
        long until = clock.millis() - settings.keep().toMillis();
        sql.update("DELETE FROM notification_attempt WHERE notification_id IN (" + FINISHED + ")", until, MOST_AT_ONCE);
        return sql.update(
                        "DELETE FROM notification WHERE id IN (" + FINISHED + ") AND NOT EXISTS (SELECT 1"
                                // somebody else has deleted some since: these are others
                                + " FROM notification_attempt AS a WHERE a.notification_id = notification.id)",
                        until,
                        MOST_AT_ONCE)
                == MOST_AT_ONCE;
    }
}
