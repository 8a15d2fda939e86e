package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.History;
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
        return retrying.retry(id.getAsLong(), false)
                .thenApply(answer -> answer.what() == Retry.SEARCH_FIRST
                        ? question(call, id.getAsLong(), phrases)
                        : reply(call, answer, phrases));
    }

    private Reply question(CommandCall call, long id, Phrases phrases) {
        return Reply.confirm(
                phrases.say("notify-retry.question", Map.of("ref", Long.toString(id))),
                phrases.say("notify-retry.button"),
                () -> retrying.retry(id, true).thenApply(answer -> reply(call, answer, phrases)));
    }

    private Reply reply(CommandCall call, Retrying.Answer answer, Phrases phrases) {
        return switch (answer.what()) {
            case AGAIN, FROM_INBOX, SEARCH_FIRST -> done(call, answer, phrases, became(answer, phrases));
            case DUE_NOW -> done(call, answer, phrases, phrases.say("notify-retry.due_now"));
            case UNDER_WAY -> Reply.refusal(phrases.say("notify-retry.under_way"));
            case DELIVERED -> Reply.refusal(phrases.say("notify-retry.delivered"));
            case READ -> Reply.refusal(phrases.say("notify-retry.read"));
            case ERASED -> Reply.refusal(phrases.say("notify-retry.erased"));
            case CONTENT_GONE -> Reply.refusal(phrases.say("notify-retry.content_gone"));
            case UNKNOWN -> Reply.refusal(phrases.say("ref.unknown"));
        };
    }

    private static String became(Retrying.Answer answer, Phrases phrases) {
        return phrases.say("became." + answer.standing().orElseThrow().outcome().text());
    }

    private Reply done(CommandCall call, Retrying.Answer answer, Phrases phrases, String text) {
        Standing standing = answer.standing().orElseThrow();
        String ref = Long.toString(standing.id());
        audit.record(call, "retried %s, ref %s".formatted(standing.action(), ref));
        return Reply.text(text + "\n" + phrases.say("notify-retry.more", Map.of("ref", ref)));
    }
}
