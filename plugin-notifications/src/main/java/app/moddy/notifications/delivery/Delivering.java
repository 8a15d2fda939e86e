package app.moddy.notifications.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and ends delivery. */
public final class Delivering {
    private static final Logger log = LoggerFactory.getLogger(Delivering.class);

    /** Longer than what is under way may still take once the bot leaves Discord. */
    private static final Duration LAST_RESULTS = Duration.ofSeconds(4);

    private final Claims claims;
    private final Dispatcher dispatcher;
    private final Housekeeping housekeeping;
    private final Waiters waiters;
    private final Leases leases;

    @Inject
    Delivering(Claims claims, Dispatcher dispatcher, Housekeeping housekeeping, Waiters waiters, Leases leases) {
        this.claims = claims;
        this.dispatcher = dispatcher;
        this.housekeeping = housekeeping;
        this.waiters = waiters;
        this.leases = leases;
    }

    /** Takes over what an earlier run has left, and delivers. */
    public void start() {
        claims.releaseOthers().whenComplete((released, failure) -> {
            if (failure == null && released > 0) {
                log.info("{} notifications were under way when the bot last ended; taking them over", released);
            }
            dispatcher.start(); // else: their leases end by themselves
        });
        housekeeping.start();
    }

    /** Callers that wait have their answer at once; no attempt begins any more. */
    public void leave() {
        dispatcher.close();
        housekeeping.close();
        waiters.close();
    }

    /** Returns when what is under way is recorded, or has taken too long. */
    public void stop() {
        leases.awaitNone(LAST_RESULTS);
    }
}
