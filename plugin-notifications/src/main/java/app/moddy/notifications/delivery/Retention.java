package app.moddy.notifications.delivery;

import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Deletes what has been kept for long enough, a little at a time. */
final class Retention {
    private static final int MOST_AT_ONCE = 500;

    private static final String KEPT_METADATA = "SELECT id FROM notification"
            + " WHERE metadata IS NOT NULL AND finished_at IS NOT NULL AND finished_at <= ?"
            + " AND (inbox IS NULL OR inbox <> 'waiting') LIMIT ?";

    private static final String FINISHED =
            "SELECT id FROM notification WHERE finished_at IS NOT NULL AND finished_at <= ? LIMIT ?";

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
        List<Long> ids =
                due(sql, KEPT_METADATA, clock.millis() - settings.keepMetadata().toMillis());
        ids.forEach(id -> sql.update("UPDATE notification SET metadata = NULL WHERE id = ?", id));
        return ids.size() == MOST_AT_ONCE;
    }

    private boolean deleteRows(Sql sql) {
        List<Long> ids = due(sql, FINISHED, clock.millis() - settings.keep().toMillis());
        ids.forEach(id -> {
            sql.update("DELETE FROM notification_attempt WHERE notification_id = ?", id);
            sql.update("DELETE FROM notification WHERE id = ?", id);
        });
        return ids.size() == MOST_AT_ONCE;
    }

    private static List<Long> due(Sql sql, String query, long until) {
        return sql.list(query, row -> row.getLong(1), until, MOST_AT_ONCE);
    }
}
