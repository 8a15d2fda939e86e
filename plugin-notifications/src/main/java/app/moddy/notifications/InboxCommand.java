package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.Inbox;
import app.moddy.notifications.delivery.Inbox.Entry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /inbox}: shows the caller what could not be sent to them, the oldest first, as much as one reply takes. */
final class InboxCommand implements SlashCommand {
    private final Inbox inbox;
    private final Replies replies;

    @Inject
    InboxCommand(Inbox inbox, Replies replies) {
        this.inbox = inbox;
        this.replies = replies;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("inbox", "Shows the notices that could not be sent to you");
    }

    @Override
    public CommandRules rules() {
        return CommandRules.everyone();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Snowflake caller = call.caller();
        Phrases phrases = new Phrases(replies, call.language());
        return inbox.count(caller)
                .thenCompose(count -> inbox.oldest(caller, call.language(), Message.MAX_EMBED_COUNT)
                        .thenApply(entries -> reply(caller, phrases, fitting(entries), count)));
    }

    private Reply reply(Snowflake caller, Phrases phrases, List<Entry> shown, long count) {
        if (shown.isEmpty()) {
            return Reply.text(
                            count == 0
                                    ? phrases.say("inbox.empty")
                                    : phrases.say("inbox.unshowable", Map.of("count", count)))
                    .withoutNotes();
        }
        return Reply.embeds(
                        phrases.say("inbox.shown", Map.of("count", shown.size(), "left", count - shown.size())),
                        shown.stream().map(Entry::embed).toList())
                .withoutNotes()
                .whenTaken(() ->
                        inbox.markRead(caller, shown.stream().map(Entry::id).toList()));
    }

    /** Discord takes 6,000 characters in all embeds of a message together. */
    private static List<Entry> fitting(List<Entry> entries) {
        List<Entry> fitting = new ArrayList<>();
        int length = 0;
        for (Entry entry : entries) {
            length += entry.embed().getLength();
            if (length > MessageEmbed.EMBED_MAX_LENGTH_BOT) {
                return fitting;
            }
            fitting.add(entry);
        }
        return fitting;
    }
}
