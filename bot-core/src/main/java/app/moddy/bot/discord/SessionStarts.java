package app.moddy.bot.discord;

import app.moddy.bot.time.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins sessions at the gateway, no more than the budget allows. Thread-safe; its caller waits for nothing. */
final class SessionStarts {
    private static final Logger log = LoggerFactory.getLogger(SessionStarts.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Meanwhile the gateway may be lost, and the budget be another one. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final SessionBudget budget;
    private final Timer timer;
    private final GatewayWatch watch;

    SessionStarts(SessionBudget budget, Timer timer, GatewayWatch watch) {
        this.budget = budget;
        this.timer = timer;
        this.watch = watch;
    }

    /**
     * Begins the session of this visit, now or later, if that is still wished then. Idempotent.
     *
     * @param begun runs when it has begun
     */
    void begin(Visit visit, Runnable begun) {
        if (visit.asks()) {
            ask(visit, begun, false);
        }
    }

    private void ask(Visit visit, Runnable begun, boolean told) {
        if (!visit.wishesSession()) {
            visit.asksNoMore();
            if (visit.wishesSession()) { // again, and found that it asks
                begin(visit, begun);
            }
            return;
        }
        budget.take().whenComplete((wait, failure) -> {
            if (failure != null) { // the store itself tells that it does not work
                log.debug("Nobody knows whether a session may begin", failure);
                again(visit, begun, told, AFTER_FAILURE);
            } else if (!visit.wishesSession()) { // the answer may have taken seconds
                ask(visit, begun, told);
            } else if (wait.isZero()) {
                visit.begin();
                begun.run();
            } else {
                tell(wait, told);
                again(visit, begun, true, wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
            }
        });
    }

    private void again(Visit visit, Runnable begun, boolean told, Duration pause) {
        timer.after(pause, () -> ask(visit, begun, told));
    }

    private void tell(Duration wait, boolean told) {
        watch.heldBack();
        if (!told) {
            log.warn(
                    "So many sessions at the gateway have begun that the next one waits for {} s: Discord allows 1,000 a day",
                    wait.toSeconds());
        }
    }
}
