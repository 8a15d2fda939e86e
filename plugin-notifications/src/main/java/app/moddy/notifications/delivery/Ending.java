package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.message.MetadataWarning;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, and what follows.
 *
 * @param result of the attempt, for staff
 * @param code why; empty when there is nothing to say
 * @param outcome of the notification
 * @param retryable whether the caller may post it again without risking a second message
 * @param dueAt the next attempt; null unless the notification is still pending
 * @param doubt what remains of it; null when nothing was sent, or the outcome is certain
 * @param warnings for the caller, of what was sent
 * @param reach what it takes to write to the user from now on
 */
record Ending(
        String result,
        String code,
        Outcome outcome,
        boolean retryable,
        @Nullable Instant dueAt,
        @Nullable Doubt doubt,
        List<MetadataWarning> warnings,
        Reach reach) {
    Ending {
        if ((outcome == Outcome.PENDING) != (dueAt != null)) {
            throw new IllegalArgumentException("exactly what is pending has a next attempt");
        }
    }

    static Ending finished(Outcome outcome, String result, String code) {
        return new Ending(result, code, outcome, false, null, null, List.of(), Reach.NEW);
    }

    static Ending again(Instant dueAt, String result, String code, @Nullable Doubt doubt) {
        return new Ending(result, code, Outcome.PENDING, false, dueAt, doubt, List.of(), Reach.NEW);
    }

    Ending withReach(Reach known) {
        return new Ending(result, code, outcome, retryable, dueAt, doubt, warnings, known);
    }

    Ending withWarnings(List<MetadataWarning> told) {
        return new Ending(result, code, outcome, retryable, dueAt, doubt, told, reach);
    }

    /** All warnings, given those from when it was accepted; each once. */
    List<MetadataWarning> warningsAfter(List<MetadataWarning> accepted) {
        return Stream.concat(accepted.stream(), warnings.stream()).distinct().toList();
    }

    Ending asRetryable() {
        return new Ending(result, code, outcome, true, dueAt, doubt, warnings, reach);
    }

    boolean isFinal() {
        return outcome != Outcome.PENDING;
    }

    /** Whether it goes into the user's inbox. */
    boolean toInbox() {
        return outcome == Outcome.DM_CLOSED || outcome == Outcome.FALLBACK_CHANNEL;
    }
}
