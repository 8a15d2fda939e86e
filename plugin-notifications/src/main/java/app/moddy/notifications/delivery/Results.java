package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Messenger;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Tells whoever waits for it, the log and staff, what became of an attempt. */
final class Results {
    private final Waiters waiters;
    private final StaffQuestions staff;
    private final DeliveryMetrics metrics;
    private final Messenger messenger;
    private final Clock clock;

    @Inject
    Results(Waiters waiters, StaffQuestions staff, DeliveryMetrics metrics, Messenger messenger, Clock clock) {
        this.waiters = waiters;
        this.staff = staff;
        this.metrics = metrics;
        this.messenger = messenger;
        this.clock = clock;
    }

    /** @param counted false: somebody else has taken over, and tells */
    void recorded(Attempt attempt, Ending ending, boolean counted) {
        if (!counted) {
            NotificationLog.overtaken(attempt, ending);
            return;
        }
        metrics.ended(attempt, ending);
        if (ending.isFinal()) {
            NotificationLog.finished(attempt.ref(), attempt.user(), ending.outcome(), ending.code());
            ending.warnings().forEach(warning -> NotificationLog.warned(attempt, warning));
            waiters.finished(attempt.id(), accepted -> finished(accepted, ending, attempt.number()));
            if (ending.outcome() == Outcome.UNCERTAIN) {
                staff.ask(attempt.ref(), attempt.user(), attempt.notice().action());
            }
        } else {
            NotificationLog.again(attempt, ending);
            waiters.notBefore(attempt.id(), ending.dueAt());
            // an outage, say, lasts longer than until the next attempt is due
            waiters.notBefore(attempt.id(), clock.instant().plus(messenger.timeFor(1, ending.reach())));
        }
    }

    private Standing finished(Standing accepted, Ending ending, int attempts) {
        return new Standing(
                accepted.id(),
                accepted.action(),
                ending.outcome(),
                ending.code(),
                ending.retryable(),
                ending.toInbox(),
                ending.warningsAfter(accepted.warnings()),
                attempts,
                accepted.acceptedAt(),
                Instant.ofEpochMilli(clock.millis()),
                null);
    }
}
