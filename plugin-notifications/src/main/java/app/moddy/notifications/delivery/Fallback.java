package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.DeliveryOutcome;
import app.moddy.bot.discord.Mention;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Mentions users with closed DMs in the fallback channel, if there is one, without a word of what it is about. */
final class Fallback {
    /** The pace and short rate limits are waited for; while Discord is away longer than that, the inbox must do. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    /** Discord takes about one message a second in a channel: who finds a longer line would not be mentioned in time. */
    private static final int MOST_WAITING = 20;

    private final NotificationSettings settings;
    private final Messenger messenger;
    private final Replies replies;
    private final Leases leases;
    private final Timer timer;
    private final Clock clock;
    private final Semaphore line = new Semaphore(MOST_WAITING);
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Inject
    Fallback(
            NotificationSettings settings,
            Messenger messenger,
            Replies replies,
            Leases leases,
            Timer timer,
            Clock clock) {
        this.settings = settings;
        this.messenger = messenger;
        this.replies = replies;
        this.leases = leases;
        this.timer = timer;
        this.clock = clock;
    }

    /**
     * Mentions them.
     *
     * @param closed the ending without a mention; also the one when the user is no member there, or it fails
     * @param language of the notice that could not be sent
     */
    CompletionStage<Ending> mention(Attempt attempt, Ending closed, DiscordLocale language) {
        Optional<Snowflake> channel = settings.fallback();
        return channel.isEmpty()
                ? CompletableFuture.completedStage(closed)
                : mentionIn(channel.get(), attempt, closed, replies.say(language, "inbox.mention"));
    }

    private CompletionStage<Ending> mentionIn(Snowflake channel, Attempt attempt, Ending closed, String text) {
        if (!line.tryAcquire()) {
            return CompletableFuture.completedStage(closed);
        }
        return mentioned(channel, attempt, text)
                .thenApply(mention -> mention.outcome() == DeliveryOutcome.DELIVERED
                        ? Ending.finished(Outcome.FALLBACK_CHANNEL, closed.result(), closed.code())
                        : closed)
                .whenComplete((ending, bug) -> line.release());
    }

    private CompletionStage<Delivery> mentioned(Snowflake channel, Attempt attempt, String text) {
        BooleanSupplier mayGoOut = () -> leases.isHeld(attempt);
        return messenger
                .mention(new Mention(attempt.user(), channel, text, attempt.ref(), mayGoOut))
                .thenCompose(mention -> {
                    if (mention.outcome() == DeliveryOutcome.REFUSED) {
                        tell(attempt, channel, mention.code());
                    }
                    return mention.outcome() == DeliveryOutcome.NOT_NOW
                            ? again(mention, channel, attempt, text)
                            : CompletableFuture.completedStage(mention);
                });
    }

    /** In a while, if that is still in time and the user was not erased; else it stays as it is. */
    private CompletionStage<Delivery> again(Delivery notNow, Snowflake channel, Attempt attempt, String text) {
        Duration asked = notNow.retryAfter();
        Duration pause = asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
        boolean inTime =
                clock.instant().plus(pause).isBefore(attempt.startedAt().plus(Attempt.LIMIT));
        if (!inTime || pause.compareTo(LONGEST_PAUSE) > 0) {
            return CompletableFuture.completedStage(notNow);
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        timer.after(pause, () -> over.complete(null));
        return over.thenCompose(done ->
                leases.isHeld(attempt) ? mentioned(channel, attempt, text) : CompletableFuture.completedStage(notNow));
    }

    /** Once for each reason: it is a matter of the configuration, not of this user. */
    private void tell(Attempt attempt, Snowflake channel, String code) {
        if (told.add(code)) {
            NotificationLog.nobodyMentioned(attempt, channel, code);
        }
    }
}
