package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.History;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-show}: one notification's whole life. */
final class NotifyShowCommand implements SlashCommand {
    private final LifePages pages;
    private final RefOption refs;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    NotifyShowCommand(LifePages pages, RefOption refs, Replies replies, AuditLog audit) {
        this.pages = pages;
        this.refs = refs;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-show", "Shows one notification's whole life: each attempt, and what follows")
                .addOptions(RefOption.data());
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        return refs.complete(call, History.Which.ALL);
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Phrases phrases = new Phrases(replies, call.language());
        OptionalLong id = Ref.typed(call.text(RefOption.NAME).orElseThrow());
        if (id.isEmpty()) {
            return CompletableFuture.completedStage(Reply.refusal(phrases.say("ref.malformed")));
        }
        audit.lookedAt(call, "looked at ref " + id.getAsLong());
        return pages.of(id.getAsLong(), phrases);
    }
}
