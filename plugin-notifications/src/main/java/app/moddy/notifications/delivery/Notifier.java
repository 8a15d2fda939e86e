package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Slot;
import app.moddy.bot.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The one way in: a request is recorded, and sent at once or when its turn has come. Thread-safe. */
public final class Notifier {
    /** What has not its turn at the store by then is refused, so that its caller is told so in time. */
    private static final Duration TIME_TO_RECORD = Duration.ofSeconds(5);

    private final Messenger messenger;
    private final Acceptances acceptances;
    private final Dispatcher dispatcher;
    private final Waiters waiters;
    private final DeliveryMetrics metrics;
    private final Store store;
    private final Clock clock;

    @Inject
    Notifier(
            Messenger messenger,
            Acceptances acceptances,
            Dispatcher dispatcher,
            Waiters waiters,
            DeliveryMetrics metrics,
            Store store,
            Clock clock) {
        this.messenger = messenger;
        this.acceptances = acceptances;
        this.dispatcher = dispatcher;
        this.waiters = waiters;
        this.metrics = metrics;
        this.store = store;
        this.clock = clock;
    }

    /** What a request came to. */
    public sealed interface Answer {
        /**
         * How its notification stands.
         *
         * @param replayed whether it was accepted before, under the same key
         */
        record Accepted(Standing standing, boolean replayed) implements Answer {}

        /** The key was used for another request: nothing was done. */
        record KeyReused() implements Answer {}
    }

    /**
     * Delivers it. The stage completes within 8 s: with the outcome, or with what is pending when it takes longer, at once
     * when that is plain.
     *
     * @return fails with {@link app.moddy.bot.store.StoreUnavailableException} when it could not be recorded: nothing was
     *     done then, unless it is a {@link app.moddy.bot.store.StoreUncertainException}
     */
    public CompletionStage<Answer> deliver(NotificationRequest request) {
        Instant came = clock.instant();
        return messenger.reach(request.recipient()).thenCompose(reach -> accept(request, reach, came));
    }

    private CompletionStage<Answer> accept(NotificationRequest request, Reach reach, Instant came) {
        Optional<Slot> slot = dispatcher.lane(reach).slotForNew();
        return recorded(request, reach, slot.isPresent(), came.plus(TIME_TO_RECORD))
                .whenComplete((acceptance, failure) -> {
                    boolean begun = acceptance instanceof Acceptance.Recorded recorded && recorded.attempt() != null;
                    if (!begun) {
                        slot.ifPresent(Slot::giveBack);
                    }
                })
                .thenCompose(acceptance -> answer(request, reach, slot, acceptance, came));
    }

    /** Whatever is thrown fails the stage: the slot must be given back. */
    private CompletionStage<Acceptance> recorded(
            NotificationRequest request, Reach reach, boolean begin, Instant until) {
        return CompletableFuture.completedStage(request)
                .thenCompose(valid -> acceptances.record(valid, reach, begin, until));
    }

    private CompletionStage<Answer> answer(
            NotificationRequest request, Reach reach, Optional<Slot> slot, Acceptance acceptance, Instant came) {
        if (acceptance instanceof Acceptance.Recorded recorded) {
            NotificationLog.received(recorded.standing(), request);
            metrics.accepted(request);
            CompletionStage<Standing> outcome = waiters.await(recorded.standing(), request.recipient(), came);
            begin(recorded, reach, slot);
            return outcome.thenApply(standing -> new Answer.Accepted(standing, false));
        }
        return CompletableFuture.completedStage(
                acceptance instanceof Acceptance.Replayed replayed
                        ? new Answer.Accepted(replayed.standing(), true)
                        : new Answer.KeyReused());
    }

    private void begin(Acceptance.Recorded recorded, Reach reach, Optional<Slot> slot) {
        Attempt attempt = recorded.attempt();
        long id = recorded.standing().id();
        if (attempt != null) {
            dispatcher.begin(attempt, slot.orElseThrow());
        } else {
            Duration turn = dispatcher.lane(reach).join();
            waiters.notBefore(id, recorded.heldUntil());
            waiters.notBefore(id, clock.instant().plus(turn));
            tellIfEnded(id);
        }
    }

    /** Its turn may have come, and gone, between its commit and our hearing of it: then nobody waited to be told. */
    private void tellIfEnded(long id) {
        if (waiters.isAwaited(id)) {
            standing(id)
                    .thenAccept(now -> now.filter(standing -> standing.outcome() != Outcome.PENDING)
                            .ifPresent(standing -> waiters.finished(id, accepted -> standing)));
        }
    }

    /** How the notification of this id stands, if there is one. */
    public CompletionStage<Optional<Standing>> standing(long id) {
        return store.read(sql -> sql.first(Rows.STANDING + "WHERE id = ?", Rows::standing, id));
    }
}
