package app.moddy.notifications.delivery;

import app.moddy.bot.discord.DeliveryOutcome;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Mentions users with closed DMs in the fallback channel, if there is one, without a word of what it is about. */
final class Fallback {
    private final NotificationSettings settings;
    private final Messenger messenger;

    @Inject
    Fallback(NotificationSettings settings, Messenger messenger) {
        this.settings = settings;
        this.messenger = messenger;
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
                .mention(attempt.user(), channel.get(), text(language), attempt.ref())
                .thenApply(mention -> mention.outcome() == DeliveryOutcome.DELIVERED
                        ? Ending.finished(Outcome.FALLBACK_CHANNEL, closed.result(), closed.code())
                        : closed);
    }

    private static String text(DiscordLocale language) {
        return language == DiscordLocale.FRENCH
                ? "Vous avez un message et vos messages privés sont fermés : `/inbox` vous l’affiche, à vous seul."
                : "You have a notice, and your direct messages are closed: `/inbox` shows it to you alone.";
    }
}
