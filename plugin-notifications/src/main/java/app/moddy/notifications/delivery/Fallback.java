package app.moddy.notifications.delivery;

import app.moddy.bot.discord.DeliveryOutcome;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Mentions users with closed DMs in the fallback channel, if there is one, without a word of what it is about. */
final class Fallback {
    private final NotificationSettings settings;
    private final Messenger messenger;
    private final Replies replies;

    @Inject
    Fallback(NotificationSettings settings, Messenger messenger, Replies replies) {
        this.settings = settings;
        this.messenger = messenger;
        this.replies = replies;
    }

    /**
     * Mentions them.
     *
     * @param closed the ending without a mention; also the one when the user is no member there, or it fails
     * @param language of the notice that could not be sent
     */
    CompletionStage<Ending> mention(Attempt attempt, Ending closed, DiscordLocale language) {
        Optional<Snowflake> channel = settings.fallback();
        if (channel.isEmpty()) {
            return CompletableFuture.completedStage(closed);
        }
        return messenger
                .mention(attempt.user(), channel.get(), replies.say(language, "inbox.mention"), attempt.ref())
                .thenApply(mention -> mention.outcome() == DeliveryOutcome.DELIVERED
                        ? Ending.finished(Outcome.FALLBACK_CHANNEL, closed.result(), closed.code())
                        : closed);
    }
}
