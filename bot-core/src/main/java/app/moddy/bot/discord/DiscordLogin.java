package app.moddy.bot.discord;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.ConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in until it succeeds, with pauses from one second to one minute between tries; only a token that is refused before any
 * login has succeeded ends it.
 */
final class DiscordLogin {
    private static final Logger log = LoggerFactory.getLogger(DiscordLogin.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /**
     * A connection that rests is kept so long, one for each call that may be under way: of JDA's five most were closed at once and
     * opened anew where one connection takes one call at a time (HTTP/1.1; Discord itself takes all over one).
     */
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** JDA's smallest is 32. */
    private static final int LONGEST_GATEWAY_PAUSE_SECONDS = 60;

    private final DiscordSettings settings;
    private final WireTap wire;
    private final Timing timing;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean hasSucceeded;

    @Inject
    DiscordLogin(DiscordSettings settings, WireTap wire, Timing timing) {
        this.settings = settings;
        this.wire = wire;
        this.timing = timing;
    }

    /**
     * JDA, which can make requests.
     *
     * @param gateway not begun yet
     */
    record Login(JDA jda, GatewaySession gateway) {}

    /**
     * Logs in on a thread of its own; exactly one of the two callbacks runs, unless {@link #stop} comes first.
     *
     * @param delay before the first try
     */
    void begin(Duration delay, List<EventListener> listeners, Consumer<Login> loggedIn, Runnable refused) {
        Thread thread = new Thread(
                () -> {
                    if (!stoppedWithin(delay)) {
                        logIn(listeners, loggedIn, refused);
                    }
                },
                "discord-login");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopping.countDown();
    }

    private void logIn(List<EventListener> listeners, Consumer<Login> loggedIn, Runnable refused) {
        Duration pause = FIRST_PAUSE;
        while (stopping.getCount() > 0) {
            Optional<Login> login;
            try {
                login = attempt(listeners, pause);
            } catch (InvalidTokenException e) {
                if (isTheEnd(refused)) {
                    return;
                }
                stoppedWithin(timing.pauseAfterRefusal());
                continue;
            }
            if (login.isPresent()) {
                hasSucceeded = true;
                loggedIn.accept(login.get());
                return;
            }
            if (stoppedWithin(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Empty when Discord is away or broken, and comes back. */
    private Optional<Login> attempt(List<EventListener> listeners, Duration pause) {
        try {
            return Optional.of(build(listeners));
        } catch (InvalidTokenException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.warn("Cannot log in to Discord: {}; next try in about {} s", LoginFailure.reason(e), pause.toSeconds());
            return Optional.empty();
        }
    }

    /** Whether a token that Discord refuses is one that never worked; another may be mended while we run. */
    private boolean isTheEnd(Runnable refused) {
        if (hasSucceeded) {
            log.warn(
                    "Discord refuses the token; next try in {} s",
                    timing.pauseAfterRefusal().toSeconds());
            return false;
        }
        log.error("Discord refuses the token: check discord.token (DISCORD_TOKEN)");
        refused.run();
        return true;
    }

    private boolean stoppedWithin(Duration pause) {
        long millis = (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Login build(List<EventListener> listeners) {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
        RestAction.setPassContext(false); // a stack trace for each call, though what fails is told by whoever made it
        GatewaySession gateway = new GatewaySession(settings.gatewayUrl());
        RateLimitThreads threads = new RateLimitThreads();
        JDA jda = JDABuilder.createLight(settings.token().reveal(), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl()))
                .setSessionController(gateway)
                .setHttpClientBuilder(IOUtil.newHttpClientBuilder()
                        .connectionPool(new ConnectionPool(Pace.MOST_UNDER_WAY, IDLE.toSeconds(), TimeUnit.SECONDS))
                        .addInterceptor(new RetryAfter())
                        .addInterceptor(new FailureTap(wire))
                        .addNetworkInterceptor(wire))
                .setRateLimitScheduler(threads, true)
                .setRateLimitElastic(threads, true) // the same: see there
                .setCallbackPool(new CallerThread(), true)
                .setMaxReconnectDelay(LONGEST_GATEWAY_PAUSE_SECONDS)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners.toArray())
                .build();
        return new Login(jda, gateway);
    }
}
