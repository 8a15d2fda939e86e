package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Mentions users with closed DMs in the fallback channel, if there is one, without a word of what it is about. */
final class Fallback {
    private static final String TEXT =
            "You have a notice, and your direct messages are closed: `/inbox` shows it to you alone."
                    + " · Vous avez un message et vos messages privés sont fermés : `/inbox` vous l’affiche, à vous seul.";

    /** The pace and short rate limits are waited for; while Discord is away longer than that, the inbox must do. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final NotificationSettings settings;
    private final Messenger messenger;
    private final Timer timer;
    private final Clock clock;

    @Inject
    Fallback(NotificationSettings settings, Messenger messenger, Timer timer, Clock clock) {
        this.settings = settings;
        this.messenger = messenger;
        this.timer = timer;
        this.clock = clock;
    }

    /** @param closed the ending without a mention; also the one when the user is no member there, or it fails */
    CompletionStage<Ending> mention(Attempt attempt, Ending closed) {
        Optional<Snowflake> channel = settings.fallback();
        return channel.isEmpty() ? CompletableFuture.completedStage(closed) : mentionIn(channel.get(), attempt, closed);
    }

    private CompletionStage<Ending> mentionIn(Snowflake channel, Attempt attempt, Ending closed) {
        return messenger
                .mention(attempt.user(), channel, TEXT, attempt.ref())
                .thenCompose(mention -> ending(mention, channel, attempt, closed));
    }

    private CompletionStage<Ending> ending(Delivery mention, Snowflake channel, Attempt attempt, Ending closed) {
        return switch (mention.outcome()) {
            case DELIVERED ->
                CompletableFuture.completedStage(
                        Ending.finished(Outcome.FALLBACK_CHANNEL, closed.result(), closed.code()));
            case NOT_NOW -> again(mention.retryAfter(), channel, attempt, closed);
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, UNCERTAIN -> CompletableFuture.completedStage(closed);
        };
    }

    private CompletionStage<Ending> again(Duration retryAfter, Snowflake channel, Attempt attempt, Ending closed) {
        Duration pause = retryAfter.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : retryAfter;
        boolean inTime =
                clock.instant().plus(pause).isBefore(attempt.startedAt().plus(Attempt.LIMIT));
        if (!inTime || pause.compareTo(LONGEST_PAUSE) > 0) {
            return CompletableFuture.completedStage(closed);
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        timer.after(pause, () -> over.complete(null));
        return over.thenCompose(done -> mentionIn(channel, attempt, closed));
    }
}
