package app.moddy.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows JDA's session events, so that others can ask how the gateway is. Thread-safe. */
final class GatewayWatch implements EventListener {
    enum Phase {
        NEVER_READY,
        UP,
        DOWN,
        STANDBY
    }

    private static final Logger log = LoggerFactory.getLogger(GatewayWatch.class);

    private final Clock clock;
    private final CountDownLatch ready = new CountDownLatch(1);
    private Phase phase = Phase.NEVER_READY;
    private boolean leaving;
    private Instant since;

    GatewayWatch(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof ReadyEvent connected) {
            log.info(
                    "Connected to Discord as {} (guilds: {})",
                    connected.getJDA().getSelfUser().getName(),
                    connected.getGuildTotalCount());
            enter(Phase.UP);
            ready.countDown();
        } else if (event instanceof SessionResumeEvent || event instanceof SessionRecreateEvent) {
            log.info("The gateway is back after {} s", goneFor().toSeconds());
            enter(Phase.UP);
        } else if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.DISCONNECTED) {
            leave();
        }
    }

    private synchronized void enter(Phase next) {
        phase = next;
        since = clock.instant();
    }

    private synchronized void leave() {
        if (phase == Phase.UP && !leaving) {
            log.warn("The gateway is gone; it reconnects by itself, and commands are away meanwhile");
            phase = Phase.DOWN;
            since = clock.instant();
        }
    }

    /** Logged in, and the gateway is another instance's. */
    synchronized void standBy() {
        if (phase != Phase.STANDBY) {
            log.info("Standing by: another instance has the gateway, or nobody knows");
            enter(Phase.STANDBY);
        }
        ready.countDown();
    }

    /** The gateway is ours, and a session begins. */
    synchronized void begins() {
        if (phase == Phase.STANDBY) {
            log.info("Taking over the gateway");
            enter(Phase.DOWN);
        }
    }

    /** The gateway is ours, and no session may begin yet; messages can be sent. */
    synchronized void heldBack() {
        if (phase == Phase.NEVER_READY) {
            enter(Phase.DOWN);
        }
        ready.countDown();
    }

    /** From now on the gateway goes because we do. */
    synchronized void expectEnd() {
        leaving = true;
    }

    void awaitReady() throws InterruptedException {
        ready.await();
    }

    synchronized Phase phase() {
        return phase;
    }

    synchronized Duration goneFor() {
        return phase == Phase.UP || phase == Phase.STANDBY ? Duration.ZERO : Duration.between(since, clock.instant());
    }
}
