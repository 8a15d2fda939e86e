package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Discord: logs in, again and again while Discord is unreachable, and stays. Knows no command and no
 * message. Core only: plugins get {@link DiscordStatus} and {@link Messenger}. Thread-safe; calls JDA without its lock, since JDA
 * tells of its end with its own lock held.
 */
@Singleton
public final class DiscordConnection {
    private static final Logger log = LoggerFactory.getLogger(DiscordConnection.class);
    private static final Duration SHORT_SESSION = Duration.ofMinutes(2);

    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(2);

    private final DiscordLogin login;
    private final Timing timing;
    private final Clock clock;
    private final Instances instances;
    private final GatewayWatch gateway;
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Supplier<CompletionStage<Void>> beforeLogin = () -> CompletableFuture.completedStage(null);
    private volatile Runnable onLeaving = () -> {};
    private volatile Runnable onDraining = () -> {};
    private volatile Runnable tokenRefused = () -> {};
    private final Aftermath after = new Aftermath();
    private volatile @Nullable JDA jda;
    private @Nullable GatewaySession session;
    private boolean isAtGateway;
    private volatile @Nullable JDA dropped;
    private Instant lastLogin = Instant.EPOCH;
    private volatile boolean stopped;

    @Inject
    DiscordConnection(DiscordLogin login, Timing timing, Clock clock, Instances instances) {
        this.login = login;
        this.timing = timing;
        this.clock = clock;
        this.instances = instances;
        this.gateway = new GatewayWatch(clock);
        instances.whenGatewayChanges(() -> decide(this::gatewayChanged));
    }

    /** Adds a listener for JDA's events; call it before {@link #start}. */
    public void listen(EventListener listener) {
        listeners.add(listener);
    }

    /** The first login begins when this has ended, well or not. */
    void beforeLogin(Supplier<CompletionStage<Void>> first) {
        beforeLogin = first;
    }

    /** Runs this when leaving begins. */
    void whenLeaving(Runnable then) {
        onLeaving = then;
    }

    /** Runs this to wait for what is under way. */
    void whenDraining(Runnable then) {
        onDraining = then;
    }

    /**
     * Nothing new is sent from now on; what is under way has three seconds to succeed. Follow it by {@link #drain} and {@link
     * #stop}.
     */
    public void leave() {
        gateway.expectEnd();
        onLeaving.run();
    }

    /** Returns when nothing is under way any more: at the latest three seconds after {@link #leave}. */
    public void drain() {
        onDraining.run();
    }

    /**
     * Begins to log in, in the background. {@code tokenRefused} runs when Discord refuses the token at the first login; when it
     * does so later, it may be mended while we run, and is tried again now and then.
     */
    public void start(Runnable tokenRefused) {
        this.tokenRefused = tokenRefused;
        beforeLogin.get().whenComplete((done, failure) -> logIn(Duration.ZERO));
    }

    private void logIn(Duration delay) {
        List<EventListener> all = new ArrayList<>();
        listeners.forEach(listener -> all.add(whileOurs(listener)));
        all.add(whileOurs(gateway));
        all.add(event -> {
            if (event instanceof ShutdownEvent shutdown) {
                ended(event.getJDA(), isRefusal(shutdown));
            } else if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.DISCONNECTED) {
                hasten(event.getJDA());
            }
        });
        login.begin(delay, all, this::loggedIn, tokenRefused);
    }

    /**
     * Nothing of a session that was given up, and no interaction once another instance may have one: it answers them. Asked
     * anew each time, since this process may just have been asleep.
     */
    private EventListener whileOurs(EventListener listener) {
        return event -> {
            boolean isOld = event.getJDA() == dropped;
            if (!isOld && (instances.hasGateway() || !(event instanceof GenericInteractionCreateEvent))) {
                listener.onEvent(event);
            }
        };
    }

    private void loggedIn(DiscordLogin.Login login) {
        JDA loggedIn = login.jda();
        boolean tooLate;
        synchronized (this) {
            tooLate = stopped;
            jda = loggedIn;
            session = login.gateway();
            isAtGateway = false;
            lastLogin = clock.instant();
        }
        if (tooLate) {
            loggedIn.shutdownNow();
        } else if (loggedIn.getStatus() == JDA.Status.SHUTDOWN) { // its end was told before it was ours
            ended(loggedIn, false);
        } else {
            decide(this::beginOrStandBy);
        }
    }

    private void decide(Runnable decision) {
        synchronized (this) {
            decision.run();
        }
        after.run();
    }

    private void beginOrStandBy() {
        GatewaySession current = session;
        if (stopped || current == null) {
            return;
        }
        if (instances.hasGateway()) {
            isAtGateway = true;
            gateway.begins();
            after.add(current::begin);
        } else {
            gateway.standBy();
        }
    }

    /** It is ours now, or no longer. */
    private void gatewayChanged() {
        JDA current = jda;
        if (stopped || current == null || isAtGateway == instances.hasGateway()) {
            return;
        }
        if (!isAtGateway) {
            beginOrStandBy();
            return;
        }
        log.warn("The database has not confirmed in time that the gateway is ours: leaving it to the other instances");
        dropped = current;
        jda = null;
        session = null;
        gateway.standBy();
        after.add(() -> {
            current.shutdown();
            logIn(Duration.ZERO);
        });
    }

    private static boolean isRefusal(ShutdownEvent shutdown) {
        return shutdown.getCloseCode() == CloseCode.AUTHENTICATION_FAILED;
    }

    /**
     * JDA has given up, and nobody has asked it to: Discord has ended the session for good.
     *
     * @param refused whether for its token: the next login finds out at once, and costs no session when it is refused too
     */
    private void ended(JDA which, boolean refused) {
        decide(() -> logInAfter(which, refused));
    }

    private void logInAfter(JDA which, boolean refused) {
        if (stopped || which != jda) { // of a login that failed, the login itself makes the next one
            return;
        }
        boolean wasShort = lastLogin.plus(SHORT_SESSION).isAfter(clock.instant());
        Duration pause = wasShort && !refused ? timing.pauseAfterShortSession() : timing.pauseAfterEnd();
        log.warn("Discord has closed the gateway for good; logging in anew in {} s", pause.toSeconds());
        jda = null;
        session = null;
        after.add(() -> logIn(pause));
    }

    /**
     * JDA reconnects at once or gives up; in the latter case it says so only once its queue is empty, which may take as long
     * as Discord hangs.
     */
    private void hasten(JDA disconnected) {
        CompletableFuture.delayedExecutor(timing.pauseAfterEnd().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (disconnected.getStatus() == JDA.Status.DISCONNECTED) {
                        disconnected.shutdownNow();
                    }
                });
    }

    /** Returns once the first login has succeeded. */
    public void awaitReady() throws InterruptedException {
        gateway.awaitReady();
    }

    /** JDA, once the first login has succeeded; messages can be sent then even while the gateway reconnects. */
    public Optional<JDA> jda() {
        return gateway.phase() == GatewayWatch.Phase.NEVER_READY ? Optional.empty() : Optional.ofNullable(jda);
    }

    DiscordStatus.Gateway gateway() {
        return switch (gateway.phase()) {
            case NEVER_READY -> DiscordStatus.Gateway.CONNECTING;
            case UP -> DiscordStatus.Gateway.CONNECTED;
            case DOWN -> DiscordStatus.Gateway.RECONNECTING;
            case STANDBY -> DiscordStatus.Gateway.STANDBY;
        };
    }

    Duration gatewayGoneFor() {
        return gateway.goneFor();
    }

    /** Leaves Discord. Idempotent. */
    public void stop() {
        gateway.expectEnd();
        login.stop();
        JDA current;
        synchronized (this) {
            stopped = true;
            current = jda;
        }
        if (current != null) {
            after.add(current::shutdown); // not before what was decided earlier
            after.run();
            try {
                if (!current.awaitShutdown(TIME_TO_CLOSE)) {
                    current.shutdownNow();
                }
            } catch (InterruptedException e) {
                current.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
