package app.moddy.notifications.delivery;

import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up and deletes what is due, again and again. */
final class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
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
        repeat(expiry::giveUp, Duration.ofMinutes(1));
        repeat(retention::delete, Duration.ofHours(1));
    }

    private void repeat(Supplier<CompletionStage<Boolean>> work, Duration pause) {
        if (closed) {
            return;
        }
        work.get().whenComplete((more, failure) -> {
            if (failure != null) {
                log.debug("not now, in a while again", failure); // the store has said so itself, once
            }
            boolean atOnce = failure == null && more;
            timer.after(atOnce ? MORE : pause, () -> repeat(work, pause));
        });
    }

    void close() {
        closed = true;
    }
}
