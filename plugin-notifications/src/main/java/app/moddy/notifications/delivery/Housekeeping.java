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
    private volatile boolean told;

    @Inject
    Housekeeping(Expiry expiry, Retention retention, Timer timer) {
        this.expiry = expiry;
        this.retention = retention;
        this.timer = timer;
    }

    void start() {
        repeat(expiry::giveUp, Duration.ofMinutes(1));
        repeat(retention::delete, Duration.ofHours(1));
    }

    private void repeat(Supplier<CompletionStage<Boolean>> work, Duration pause) {
        if (closed) {
            return;
        }
        work.get().whenComplete((more, failure) -> {
            if (failure != null) {
                told = NotificationLog.later("housekeeping", failure, told);
            }
            boolean atOnce = failure == null && more;
            timer.after(atOnce ? MORE : pause, () -> repeat(work, pause));
        });
    }

    void close() {
        closed = true;
    }
}
