package app.moddy.notifications.delivery;

import app.moddy.bot.instance.Instance;
import app.moddy.bot.store.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
    private final Instance instance;

    @Inject
    Delivering(
            Claims claims,
            Dispatcher dispatcher,
            Housekeeping housekeeping,
            Waiters waiters,
            Leases leases,
            Instance instance) {
        this.instance = instance;
        this.claims = claims;
        this.dispatcher = dispatcher;
        this.housekeeping = housekeeping;
        this.waiters = waiters;
        this.leases = leases;
    }

    /** Takes over what an earlier run has left, and delivers. */
    public void start() {
        claims.begin().whenComplete((released, failure) -> {
            tell(released, failure);
            dispatcher.start(); // else: their leases end by themselves
        });
        housekeeping.start();
        instance.whenOthersChange(this::takeOver);
    }

    private void takeOver() {
        claims.releaseDead().whenComplete((released, failure) -> {
            tell(released, failure);
            dispatcher.wake(); // who left in peace has ended its own leases
        });
    }

    private static void tell(@Nullable Integer released, @Nullable Throwable failure) {
        if (failure != null) {
            NotificationLog.leasesStay("take-over", failure);
        } else if (released != null && released > 0) {
            log.info("{} notifications were under way when the bot last ended; taking them over", released);
        }
    }

    /** The run that had leases has ended, and its database with it. */
    public static void moved(Sql sql) {
        Claims.releaseAll(sql);
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
        giveBack();
    }

    /** Nothing is sent any more, and others may take what is ours. */
    void giveBack() {
        leases.revokeAll();
        claims.releaseOwn().whenComplete((released, failure) -> {
            if (failure != null) {
                NotificationLog.leasesStay("hand-over", failure);
            }
        });
    }
}
