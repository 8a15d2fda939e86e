package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One login to Discord and its session at the gateway, until it is given up. Thread-safe. */
final class Visit {
    private static final Logger log = LoggerFactory.getLogger(Visit.class);

    /**
     * Discord waits for 3 s, and a command is acknowledged up to 2 s after it was heard: one that is heard too late would run all the same,
     * and its user would use it again.
     */
    private static final Duration IN_TIME = Duration.ofMillis(700);

    private final Instances instances;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile DiscordLogin.@Nullable Login login;
    private volatile @Nullable Instant begunAt;
    private volatile OptionalLong term = OptionalLong.empty();
    private volatile boolean givenUp;
    private volatile boolean ends;

    Visit(Instances instances, Clock clock) {
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * Nothing of a session that was given up, and no interaction once another instance may have had one: it has answered them, or
     * will. Asked anew each time, since this process may just have been asleep, and its machine without knowing.
     */
    EventListener heardBy(EventListener listener) {
        return event -> {
            if (event instanceof GenericInteractionCreateEvent interaction) {
                ask(listener, interaction);
            } else {
                hear(listener, event);
            }
        };
    }

    private void hear(EventListener listener, GenericEvent event) {
        if (!givenUp) {
            listener.onEvent(event);
        }
    }

    private void ask(EventListener listener, GenericInteractionCreateEvent interaction) {
        Instant came = clock.instant();
        instances
                .confirmGateway()
                .thenAccept(ours -> {
                    if (!ours || !isOurs()) {
                        log.info("Interaction {} is another instance's to answer", interaction.getId());
                    } else if (Duration.between(came, clock.instant()).compareTo(IN_TIME) > 0) {
                        log.warn(
                                "Interaction {} is not answered: whose the gateway is was told too late",
                                interaction.getId());
                    } else {
                        hearOrTell(listener, interaction);
                    }
                })
                .exceptionally(failure -> {
                    log.warn(
                            "Interaction {} is not answered: whose the gateway is is not known",
                            interaction.getId(),
                            failure);
                    return null;
                });
    }

    /** As JDA does with other events: what follows is nobody's to catch. */
    private void hearOrTell(EventListener listener, GenericInteractionCreateEvent interaction) {
        try {
            hear(listener, interaction);
        } catch (RuntimeException | Error bug) {
            log.error("A listener failed at interaction {}", interaction.getId(), bug);
        }
    }

    /** JDA is whole. */
    void loggedIn(DiscordLogin.Login now) {
        login = now;
    }

    private DiscordLogin.Login login() {
        return Objects.requireNonNull(login, "not logged in");
    }

    JDA jda() {
        return login().jda();
    }

    /** Whether its session may go on: nobody else may have had one since it began. */
    boolean isOurs() {
        OptionalLong now = instances.gateway();
        return now.isPresent() && now.equals(term);
    }

    boolean hasBegun() {
        return begunAt != null;
    }

    /** Whether its session began within the last so long. */
    boolean hasBegunAfter(Instant time) {
        Instant begun = begunAt;
        return begun != null && begun.isAfter(time);
    }

    /** False when somebody does already: asks whether the session may begin. */
    boolean asks() {
        return asking.compareAndSet(false, true);
    }

    void asksNoMore() {
        asking.set(false);
    }

    boolean wishesSession() {
        return !ends && instances.hasGateway();
    }

    /** JDA goes to the gateway, on a thread of its own. */
    void begin() {
        term = instances.gateway(); // first: whatever its session hears, it hears later
        begunAt = clock.instant();
        login().gateway().begin();
    }

    /** It has no new session any more. */
    void end() {
        ends = true;
    }

    /** Nothing is heard of it any more, either. */
    void giveUp() {
        givenUp = true;
        end();
    }
}
