package app.moddy.notifications;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.Inbox;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Tells whoever uses any command that notices wait for them. */
final class InboxNote implements CallerNote {
    private final Inbox inbox;
    private final Replies replies;

    @Inject
    InboxNote(Inbox inbox, Replies replies) {
        this.inbox = inbox;
        this.replies = replies;
    }

    @Override
    public CompletionStage<Optional<String>> noteFor(Snowflake caller, DiscordLocale language) {
        return inbox.count(caller)
                .thenApply(count -> count == 0
                        ? Optional.empty()
                        : Optional.of(replies.say(language, "inbox.note", Map.of("count", count))));
    }
}
