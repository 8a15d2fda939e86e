package app.moddy.notifications;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.metrics.Gauge;
import app.moddy.bot.metrics.Metrics;
import app.moddy.bot.store.Store;
import app.moddy.notifications.delivery.Backlog;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The backlog in the metrics. */
final class BacklogMetrics {
    private final Store store;
    private final Clock clock;
    private final Gauge pending;
    private final Gauge oldest;
    private final Gauge inInbox;

    @Inject
    BacklogMetrics(Metrics metrics, Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        pending = metrics.gauge("pending", "Notifications that wait to be delivered, staff's tests too", "reach");
        oldest = metrics.gauge(
                "oldest_pending_seconds",
                "For how long the oldest of them has waited since it was accepted; 0 when none waits");
        inInbox = metrics.gauge("in_inbox", "Notifications that wait in inboxes of users with closed DMs");
        metrics.beforeEachLook(this::look);
    }

    private CompletionStage<?> look() {
        return Backlog.in(store).whenComplete((backlog, failure) -> show(failure == null ? backlog : null));
    }

    /** @param backlog null when nobody knows: an old number would look like a new one */
    private void show(@Nullable Backlog backlog) {
        for (Reach reach : Reach.values()) {
            pending.set(
                    backlog == null ? Double.NaN : (double) backlog.pending().getOrDefault(reach, 0L),
                    reach.name().toLowerCase(Locale.ROOT));
        }
        oldest.set(backlog == null ? Double.NaN : age(backlog));
        inInbox.set(backlog == null ? Double.NaN : (double) backlog.inInbox());
    }

    private double age(Backlog backlog) {
        return backlog.oldest()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
