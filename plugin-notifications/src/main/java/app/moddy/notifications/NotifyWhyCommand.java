package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.History;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-why}: whether a notification would reach a user now, and why or why not. */
final class NotifyWhyCommand implements SlashCommand {
    private static final int MOST_PENDING = 5;

    private final Messenger messenger;
    private final History history;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    NotifyWhyCommand(Messenger messenger, History history, Replies replies, AuditLog audit) {
        this.messenger = messenger;
        this.history = history;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-why", "Says whether a notification would reach a user now, and why")
                .addOption(OptionType.USER, "user", "Whom", true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Snowflake user = new Snowflake(call.user("user").orElseThrow().getIdLong());
        Phrases phrases = new Phrases(replies, call.language());
        audit.lookedAt(call, "looked at what would reach them", user);
        return kept(user)
                .thenCombine(messenger.outlook(user), (kept, outlook) -> new WhyText(user, outlook, kept, phrases))
                .thenApply(text -> Reply.embed(
                        "", new EmbedBuilder().setDescription(text.say()).build()));
    }

    private CompletionStage<WhyText.Kept> kept(Snowflake user) {
        return history.count(user)
                .thenCombine(
                        history.pending(user, MOST_PENDING),
                        (count, pending) -> new WhyText.Kept(count.pending(), pending, List.of()))
                .thenCombine(history.of(user, 0, 1), WhyText.Kept::withLatest);
    }
}
