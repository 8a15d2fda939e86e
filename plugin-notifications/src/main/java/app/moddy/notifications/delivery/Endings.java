package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.Search;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the result of an attempt. While an earlier attempt is in doubt, no refusal is final: it says nothing of
 * what was sent before it, so that is searched first.
 */
final class Endings {
    private static final Duration UNREGISTERED_PAUSE = Duration.ofMinutes(5);

    private final Backoff backoff;
    private final NotificationSettings settings;
    private final Run run;
    private final Clock clock;

    @Inject
    Endings(Backoff backoff, NotificationSettings settings, Run run, Clock clock) {
        this.backoff = backoff;
        this.settings = settings;
        this.run = run;
        this.clock = clock;
    }

    Ending of(Attempt attempt, Delivery delivery) {
        String result = delivery.outcome().name().toLowerCase(Locale.ROOT);
        String code = delivery.code();
        return switch (delivery.outcome()) {
            case DELIVERED -> Ending.finished(Outcome.DELIVERED, result, code);
            case USER_NOT_FOUND -> unlessInDoubt(attempt, Outcome.USER_NOT_FOUND, result, code);
            case DM_CLOSED -> unlessInDoubt(attempt, Outcome.DM_CLOSED, result, code);
            case REFUSED -> unlessInDoubt(attempt, Outcome.REFUSED, result, code);
            case NOT_NOW -> later(attempt, delivery.retryAfter(), result, code, attempt.doubt());
            case UNCERTAIN -> later(attempt, Duration.ZERO, result, code, doubtOf(attempt));
        };
    }

    Ending of(Attempt attempt, Search search) {
        String result = "search_" + search.outcome().name().toLowerCase(Locale.ROOT);
        return switch (search.outcome()) {
            case FOUND -> Ending.finished(Outcome.DELIVERED, result, "");
            case NOT_FOUND -> Ending.again(clock.instant(), result, "", afterSearchInVain(attempt));
            case NOT_NOW -> later(attempt, search.retryAfter(), result, search.code(), attempt.doubt());
            case NEVER -> Ending.finished(Outcome.UNCERTAIN, result, search.code());
        };
    }

    /**
     * What another run sent just before it ended may still be on its way. Nobody here knows since when; but the nonce holds
     * for a while from now on, and after that it is searched once more.
     */
    private @Nullable Doubt afterSearchInVain(Attempt attempt) {
        Doubt doubt = attempt.doubt();
        return doubt != null && doubt.isOfAnother(run.id()) ? new Doubt(clock.instant(), run.id()) : null;
    }

    /** Its plugin is gone: it waits, and the plugin may come back. */
    Ending unregistered(Attempt attempt) {
        return later(attempt, UNREGISTERED_PAUSE, "waiting", "action not registered", attempt.doubt());
    }

    /** @param perhapsSent whether the message may be on its way */
    Ending botFailed(Attempt attempt, boolean perhapsSent) {
        String code = "the bot itself failed";
        if (perhapsSent || attempt.doubt() != null) {
            return Ending.finished(Outcome.UNCERTAIN, "failed", code);
        }
        return Ending.finished(Outcome.REFUSED, "failed", code).asRetryable();
    }

    private Ending unlessInDoubt(Attempt attempt, Outcome outcome, String result, String code) {
        Doubt doubt = attempt.doubt();
        return doubt == null
                ? Ending.finished(outcome, result, code)
                : Ending.again(clock.instant(), result, code, doubt.toBeSearched());
    }

    private Doubt doubtOf(Attempt attempt) {
        Doubt before = attempt.doubt();
        return before == null ? new Doubt(attempt.startedAt(), run.id()) : before;
    }

    private Ending later(Attempt attempt, Duration atLeast, String result, String code, @Nullable Doubt doubt) {
        Instant end = attempt.triedSince().plus(settings.giveUpAfter());
        if (clock.instant().isBefore(end)) {
            Instant next = backoff.next(attempt.number(), atLeast);
            return Ending.again(next.isBefore(end) ? next : end, result, code, doubt);
        }
        return doubt == null
                ? Ending.finished(Outcome.EXPIRED, result, code).asRetryable()
                : Ending.finished(Outcome.UNCERTAIN, result, code);
    }
}
