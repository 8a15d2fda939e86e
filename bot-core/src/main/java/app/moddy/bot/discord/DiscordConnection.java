package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.hooks.InterfacedEventManager;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Discord: logs in, again and again while Discord is unreachable, and stays. Knows no command and no
 * message. Core only: plugins get {@link DiscordStatus} and {@link Messenger}. Thread-safe. Nothing of JDA's is called with its
 * lock held: JDA calls it with its own.
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
    private final SessionStarts starts;
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Supplier<CompletionStage<Void>> beforeLogin = () -> CompletableFuture.completedStage(null);
    private volatile Runnable onLeaving = () -> {};
    private volatile Runnable onDraining = () -> {};
    private volatile Runnable tokenRefused = () -> {};
    private volatile @Nullable Visit visit;
    private volatile boolean stopped;

    @Inject
    DiscordConnection(
            DiscordLogin login, Timing timing, Clock clock, Instances instances, SessionBudget budget, Timer timer) {
        this.login = login;
        this.timing = timing;
        this.clock = clock;
        this.instances = instances;
        this.gateway = new GatewayWatch(clock);
        this.starts = new SessionStarts(budget, timer, gateway);
        instances.whenGatewayChanges(this::settle);
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
        Visit next = new Visit(instances, clock);
        // one fails alone, and interactions are asked about once
        InterfacedEventManager ears = new InterfacedEventManager();
        listeners.forEach(ears::register);
        ears.register(gateway);
        EventListener ends = event -> {
            if (event instanceof ShutdownEvent shutdown) {
                ended(next, isRefusal(shutdown));
            } else if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.DISCONNECTED) {
                hasten(event.getJDA());
            }
        };
        login.begin(delay, List.of(next.heardBy(ears::handle), ends), done -> loggedIn(next, done), tokenRefused);
    }

    private void loggedIn(Visit next, DiscordLogin.Login done) {
        next.loggedIn(done);
        boolean tooLate;
        synchronized (this) {
            tooLate = stopped;
            visit = next;
        }
        if (tooLate) {
            Farewell.beginAtOnce(done.jda());
        } else if (done.jda().getStatus() == JDA.Status.SHUTDOWN) { // its end was told before it was ours
            ended(next, false);
        } else {
            settle();
        }
    }

    /** What follows from whose the gateway is. */
    private enum Step {
        STAY,
        BEGIN,
        LEAVE
    }

    /** Who is at the gateway is who should be: asked whenever one of them may have changed. */
    private void settle() {
        Visit current;
        Step step;
        synchronized (this) {
            current = visit;
            if (stopped || current == null) {
                return;
            }
            step = step(current);
        }
        if (step == Step.BEGIN) {
            starts.begin(current, this::settle); // it may have been lost meanwhile
        } else if (step == Step.LEAVE) {
            log.warn(
                    "The database has not confirmed in time that the gateway is ours: leaving it to the other instances");
            logIn(Duration.ZERO);
            Farewell.begin(current.jda());
        }
    }

    private Step step(Visit current) {
        boolean begun = current.hasBegun();
        if (begun ? current.isOurs() : instances.hasGateway()) {
            gateway.begins();
            return begun ? Step.STAY : Step.BEGIN;
        }
        gateway.standBy();
        if (!begun) {
            return Step.STAY;
        }
        current.giveUp();
        visit = null;
        return Step.LEAVE;
    }

    private static boolean isRefusal(ShutdownEvent shutdown) {
        return shutdown.getCloseCode() == CloseCode.AUTHENTICATION_FAILED;
    }

    /**
     * JDA has given up, and nobody has asked it to: Discord has ended the session for good.
     *
     * @param refused whether for its token: the next login finds out at once, and costs no session when it is refused too
     */
    private void ended(Visit which, boolean refused) {
        synchronized (this) {
            if (stopped || which != visit) { // of a login that failed, the login itself makes the next one
                return;
            }
            visit = null;
        }
        which.end();
        boolean wasShort = which.hasBegunAfter(clock.instant().minus(SHORT_SESSION));
        Duration pause = wasShort && !refused ? timing.pauseAfterShortSession() : timing.pauseAfterEnd();
        log.warn("Discord has closed the gateway for good; logging in anew in {} s", pause.toSeconds());
        logIn(pause);
    }

    /**
     * JDA reconnects at once or gives up; in the latter case it says so only once its queue is empty, which may take as long
     * as Discord hangs.
     */
    private void hasten(JDA disconnected) {
        CompletableFuture.delayedExecutor(timing.pauseAfterEnd().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (disconnected.getStatus() == JDA.Status.DISCONNECTED) {
                        Farewell.beginAtOnce(disconnected);
                    }
                });
    }

    /** Returns once the first login has succeeded. */
    public void awaitReady() throws InterruptedException {
        gateway.awaitReady();
    }

    /** JDA, once the first login has succeeded; messages can be sent then even while the gateway reconnects. */
    public Optional<JDA> jda() {
        Visit current = visit;
        return current == null || gateway.phase() == GatewayWatch.Phase.NEVER_READY
                ? Optional.empty()
                : Optional.of(current.jda());
    }

    DiscordStatus.Gateway gateway() {
        return switch (gateway.phase()) {
            case NEVER_READY -> DiscordStatus.Gateway.CONNECTING;
            case UP -> DiscordStatus.Gateway.CONNECTED;
            case DOWN -> DiscordStatus.Gateway.RECONNECTING;
            case STANDBY -> DiscordStatus.Gateway.STANDBY;
        };
    }

    /** Whether JDA has heard of every guild and channel; to be asked before they are looked for, since they come first. */
    boolean knowsAllGuilds() {
        return gateway.phase() == GatewayWatch.Phase.UP;
    }

    Duration gatewayGoneFor() {
        return gateway.goneFor();
    }

    /** Leaves Discord, within two seconds. Idempotent. */
    public void stop() {
        gateway.expectEnd();
        login.stop();
        Visit current;
        synchronized (this) {
            stopped = true;
            current = visit;
        }
        if (current != null) {
            current.end();
            Farewell.within(current.jda(), TIME_TO_CLOSE);
        }
    }
}
