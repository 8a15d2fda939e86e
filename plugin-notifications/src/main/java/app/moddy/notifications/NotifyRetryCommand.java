package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.History;
import app.moddy.notifications.delivery.Outcome;
import app.moddy.notifications.delivery.Retry;
import app.moddy.notifications.delivery.Retrying;
import app.moddy.notifications.delivery.Standing;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-retry}: has one notification sent again; what may have arrived only after a confirmation. */
final class NotifyRetryCommand implements SlashCommand {
    private final Retrying retrying;
    private final RefOption refs;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    NotifyRetryCommand(Retrying retrying, RefOption refs, Replies replies, AuditLog audit) {
        this.retrying = retrying;
        this.refs = refs;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-retry", "Has one notification sent again, unless it has arrived")
                .addOptions(RefOption.data());
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        return refs.complete(call, History.Which.RETRYABLE);
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Phrases phrases = new Phrases(replies, call.language());
        OptionalLong id = Ref.typed(call.text(RefOption.NAME).orElseThrow());
        if (id.isEmpty()) {
            return CompletableFuture.completedStage(Reply.refusal(phrases.say("ref.malformed")));
        }
        Use use = new Use(call, id.getAsLong(), phrases);
        return retrying.retry(use.id(), false)
                .thenApply(answer -> answer.what() == Retry.SEARCH_FIRST ? question(use) : reply(use, answer));
    }

    private record Use(CommandCall call, long id, Phrases phrases) {
        String say(String key) {
            return phrases.say(key, Map.of("ref", Long.toString(id)));
        }
    }

    private Reply question(Use use) {
        return Reply.confirm(
                use.say("notify-retry.question"),
                use.say("notify-retry.button"),
                () -> retrying.retry(use.id(), true).thenApply(answer -> reply(use, answer)));
    }

    private Reply reply(Use use, Retrying.Answer answer) {
        return switch (answer.what()) {
            case AGAIN, FROM_INBOX, SEARCH_FIRST -> done(use, answer, became(use, answer));
            case DUE_NOW -> done(use, answer, use.say("notify-retry.due_now"));
            case UNDER_WAY -> Reply.refusal(use.say("notify-retry.under_way"));
            case DELIVERED -> Reply.refusal(use.say("notify-retry.delivered"));
            case READ -> Reply.refusal(use.say("notify-retry.read"));
            case ERASED -> Reply.refusal(use.say("notify-retry.erased"));
            case CONTENT_GONE -> Reply.refusal(use.say("notify-retry.content_gone"));
            case UNKNOWN -> Reply.refusal(use.say("ref.unknown"));
        };
    }

    private static String became(Use use, Retrying.Answer answer) {
        Outcome outcome = answer.standing().map(Standing::outcome).orElse(Outcome.PENDING);
        return use.say("became." + outcome.text());
    }

    private Reply done(Use use, Retrying.Answer answer, String text) {
        String what =
                answer.standing().map(standing -> standing.action() + ", ").orElse("");
        audit.record(use.call(), "retried %sref %s".formatted(what, use.id()));
        return Reply.text(text + "\n" + use.say("notify-retry.more"));
    }
}
