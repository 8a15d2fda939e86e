package app.moddy.notifications;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.plugin.HealthDetail;
import app.moddy.bot.store.Store;
import app.moddy.notifications.delivery.Backlog;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The backlog in health. */
final class BacklogDetail implements HealthDetail {
    private final Store store;

    @Inject
    BacklogDetail(Store store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public CompletionStage<Map<String, Object>> detail() {
        return Backlog.in(store).thenApply(BacklogDetail::values);
    }

    private static Map<String, Object> values(Backlog backlog) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pending", backlog.allPending());
        values.put("pending_known_users", backlog.pending().getOrDefault(Reach.KNOWN, 0L));
        values.put("pending_new_users", backlog.pending().getOrDefault(Reach.NEW, 0L));
        backlog.oldest().ifPresent(oldest -> values.put("oldest_accepted_at", oldest));
        values.put("in_inbox", backlog.inInbox());
        return values;
    }
}
