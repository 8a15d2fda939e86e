package app.moddy.notifications.delivery;

import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.metrics.Counter;
import app.moddy.bot.metrics.Histogram;
import app.moddy.bot.metrics.Metrics;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Counts what becomes of notifications; those of staff's tests are left out. Thread-safe. */
final class DeliveryMetrics {
    private static final List<Duration> BOUNDS = Stream.of(
                    100, 250, 500, 1_000, 2_500, 8_000, 60_000, 600_000, 3_600_000)
            .map(Duration::ofMillis)
            .toList();

    private final MessageTemplates templates;
    private final Clock clock;
    private final Counter accepted;
    private final Counter finished;
    private final Counter attempts;
    private final Histogram delivery;

    @Inject
    DeliveryMetrics(Metrics metrics, MessageTemplates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
        accepted = metrics.counter("accepted", "Notifications that were recorded", "action");
        finished = metrics.counter(
                "finished", "Notifications that have an outcome; again when staff's retry ends", "action", "outcome");
        attempts = metrics.counter("attempts", "Attempts that have ended, by how", "result");
        delivery = metrics.histogram(
                "delivery", "From a notification's acceptance, or staff's retry, until it was delivered", BOUNDS);
        metrics.beforeEachLook(this::showAll);
    }

    /** What has not happened yet counts 0: else nobody would see its first time as a change. */
    private CompletionStage<?> showAll() {
        for (String action : templates.actions()) {
            accepted.add(0, action);
            Arrays.stream(Outcome.values())
                    .filter(outcome -> outcome != Outcome.PENDING)
                    .forEach(outcome -> finished.add(0, action, outcome.text()));
        }
        return CompletableFuture.completedStage("");
    }

    void accepted(NotificationRequest request) {
        if (!request.notice().test()) {
            accepted.increment(request.notice().action());
        }
    }

    /** An attempt has ended and is recorded. */
    void ended(Attempt attempt, Ending ending) {
        if (attempt.notice().test()) {
            return;
        }
        attempts.increment(ending.result());
        if (ending.isFinal()) {
            finished.increment(attempt.notice().action(), ending.outcome().text());
        }
        if (ending.outcome() == Outcome.DELIVERED) {
            delivery.observe(Duration.between(attempt.triedSince(), clock.instant()));
        }
    }

    /** One was finished without an attempt. */
    void finished(String action, Outcome outcome, boolean test) {
        if (!test) {
            finished.increment(action, outcome.text());
        }
    }
}
