package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedUser;
import app.moddy.bot.simulation.Dice;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.store.StoreUnavailableException;
import app.moddy.bot.store.StoreUncertainException;
import app.moddy.notifications.delivery.Notifier.Answer;
import app.moddy.notifications.delivery.Outcome;
import app.moddy.notifications.delivery.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A backend that repeats requests as backends do, and checks every answer. For one thread. */
final class SimulatedBackend {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Well before its caller's patience ends: what has an outcome by then is told in time. */
    private static final Duration LATE = PATIENCE.minusSeconds(1);

    /** What the answer may take on its way through the bot's threads. */
    private static final Duration THREADS = Duration.ofMillis(50);

    private static final int MOST_SENDINGS = 6;

    private final Simulation simulation;
    private final Ground ground;
    private final Supplier<Optional<SimulatedBot>> bot;
    private final List<Order> orders = new ArrayList<>();
    private boolean closing;
    private int underWay;

    /** @param bot the process that takes requests now */
    SimulatedBackend(Simulation simulation, Ground ground, Supplier<Optional<SimulatedBot>> bot) {
        this.simulation = simulation;
        this.ground = ground;
        this.bot = bot;
    }

    List<Order> orders() {
        return orders;
    }

    /** Nothing new is begun any more. */
    void close() {
        closing = true;
    }

    /** Whether no request is on its way, or will be. */
    boolean isIdle() {
        return underWay == 0;
    }

    private void later(Duration time, Runnable step) {
        underWay++;
        simulation.time().after(time, () -> {
            underWay--;
            step.run();
        });
    }

    void order(SimulatedUser user) {
        Order order = new Order(orders.size(), user, dice().chance(0.7));
        orders.add(order);
        send(order);
    }

    private Dice dice() {
        return simulation.dice();
    }

    private void send(Order order) {
        Optional<SimulatedBot> to = bot.get();
        if (to.isEmpty()) {
            again(order, 0.9, Duration.ofSeconds(1), Duration.ofMinutes(1));
            return;
        }
        order.sent();
        VirtualProcess process = to.get().process();
        Sending sending = new Sending(order, to.get(), simulation.time().nanos());
        simulation.note("backend: %s for user %s to %s", order, order.user(), process);
        process.execute(() -> to.get()
                .run()
                .notifier()
                .deliver(order.request(ground.templates(), "body"))
                .whenComplete((answer, failure) -> sending.answered(answer, failure)));
        simulation.time().after(LATE, sending::seeWhatHasEnded);
        simulation.time().after(PATIENCE.plus(THREADS), sending::mustBeAnswered);
        later(Duration.ofSeconds(10), sending::giveUp);
    }

    private void again(Order order, double probability, Duration least, Duration most) {
        if (!closing && order.sendings() < MOST_SENDINGS && dice().chance(probability)) {
            later(dice().scaled(least, most), () -> send(order));
        }
    }

    private void accepted(Order order, Answer.Accepted answer, boolean first) {
        Standing standing = answer.standing();
        if (!order.isAccepted(standing.id())) {
            simulation.violated("%s is two notifications", order);
        }
        if (answer.replayed() ? first : order.sendings() > 1 && order.isAnswered()) {
            simulation.violated("%s: replayed is %s", order, answer.replayed());
        }
        order.answered();
        told(order, standing);
        if (order.isKeyed()) {
            again(order, 0.3, Duration.ofMillis(10), Duration.ofMinutes(10));
            if (dice().chance(0.1)) {
                reuseKey(order);
            }
        }
        if (dice().chance(0.5)) {
            later(dice().scaled(Duration.ofMillis(10), Duration.ofMinutes(30)), () -> ask(order));
        }
    }

    private void told(Order order, Standing standing) {
        if (!order.isTold(standing.outcome().text()) && !ground.ledger().isRetried(standing.id())) {
            simulation.violated("%s was told as %s, now as %s", order, order.finalOutcome(), standing.outcome());
        }
    }

    /** The same key with another body. */
    private void reuseKey(Order order) {
        bot.get()
                .ifPresent(to -> to.process()
                        .execute(() -> to.run()
                                .notifier()
                                .deliver(order.request(ground.templates(), "another body"))
                                .thenAccept(answer -> {
                                    if (!(answer instanceof Answer.KeyReused)) {
                                        simulation.violated(
                                                "%s: its key was taken for another body: %s", order, answer);
                                    }
                                })));
    }

    private void ask(Order order) {
        long id = Objects.requireNonNull(order.id());
        bot.get()
                .ifPresent(to -> to.process()
                        .execute(() -> to.run().notifier().standing(id).thenAccept(standing -> {
                            if (standing.isEmpty()) {
                                simulation.violated("%s was accepted and is not there", order);
                            } else {
                                told(order, standing.get());
                            }
                        })));
    }

    /** One request on its way. */
    private final class Sending {
        private final Order order;
        private final VirtualProcess process;
        private final String run;
        private final boolean mustTell;
        private final long sentAt;
        private final boolean first;
        private Set<Long> endedBefore = Set.of();
        private boolean done;

        Sending(Order order, SimulatedBot to, long sentAt) {
            this.order = order;
            this.process = to.process();
            this.run = to.run().id();
            this.mustTell = to.hearsOfAllCommits();
            this.sentAt = sentAt;
            this.first = order.sendings() == 1;
        }

        void answered(@Nullable Answer answer, @Nullable Throwable failure) {
            simulation.note(
                    "backend: %s answered after %.3f s: %s",
                    order, (simulation.time().nanos() - sentAt) / 1e9, failure == null ? answer : failure);
            if (done) { // too late: the backend no longer listens
                return;
            }
            done = true;
            if (answer instanceof Answer.Accepted accepted) {
                mustBeTold(accepted.standing());
                accepted(order, accepted, first);
            } else if (failure != null && cause(failure) instanceof StoreUncertainException) {
                perhapsRecorded();
            } else if (failure != null && cause(failure) instanceof StoreUnavailableException) {
                again(order, 0.7, Duration.ofSeconds(1), Duration.ofSeconds(20));
            } else {
                simulation.violated("%s was answered by %s %s", order, answer, failure);
            }
        }

        void seeWhatHasEnded() {
            if (!done && mustTell) {
                endedBefore = ground.ledger().endedBy(run);
            }
        }

        /** Who waits hears of an outcome of the same run when there is one, and not that it is pending. */
        private void mustBeTold(Standing standing) {
            if (standing.outcome() == Outcome.PENDING
                    && endedBefore.contains(standing.id())
                    && !process.hasStalled()
                    && !ground.ledger().isRetried(standing.id())) {
                simulation.violated("%s: whoever waited was not told of its outcome", order);
            }
        }

        void mustBeAnswered() {
            if (!done && process.isAlive() && !process.hasStalled()) {
                simulation.violated("%s: no answer after %s", order, PATIENCE);
            }
        }

        void giveUp() {
            if (!done) {
                done = true;
                perhapsRecorded();
            }
        }

        private void perhapsRecorded() {
            order.mayBeRecorded();
            if (order.isKeyed()) {
                again(order, 0.8, Duration.ofMillis(10), Duration.ofMinutes(5));
            }
        }

        private static Throwable cause(Throwable failure) {
            return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        }
    }
}
