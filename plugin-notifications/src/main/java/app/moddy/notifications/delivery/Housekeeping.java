package app.moddy.notifications.delivery;

import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Gives up and deletes what is due, again and again. */
final class Housekeeping {
    private static final Duration MORE = Duration.ofMillis(100);

    private final Expiry expiry;
    private final Retention retention;
    private final Timer timer;
    private volatile boolean closed;

    @Inject
    Housekeeping(Expiry expiry, Retention retention, Timer timer) {
        this.expiry = expiry;
        this.retention = retention;
        this.timer = timer;
    }

    void start() {
        repeat("expiry", expiry::giveUp, Duration.ofMinutes(1), false);
        repeat("retention", retention::delete, Duration.ofHours(1), false);
    }

    /** @param told whether its user knows that it fails: another one of these may fail meanwhile, and is told, too */
    private void repeat(String what, Supplier<CompletionStage<Boolean>> work, Duration pause, boolean told) {
        if (closed) {
            return;
        }
        work.get().whenComplete((more, failure) -> {
            boolean toldNow = failure != null && NotificationLog.later(what, failure, told);
            boolean atOnce = failure == null && more;
            timer.after(atOnce ? MORE : pause, () -> repeat(what, work, pause, toldNow));
        });
    }

    void close() {
        closed = true;
    }
}
