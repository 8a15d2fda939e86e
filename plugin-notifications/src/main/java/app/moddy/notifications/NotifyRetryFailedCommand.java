package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.RetryingFailed;
import app.moddy.notifications.delivery.RetryingFailed.Failed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-retry-failed}: has all sent again that certainly has not arrived, after a confirmation with the counts. */
final class NotifyRetryFailedCommand implements SlashCommand {
    private final RetryingFailed retrying;
    private final Replies replies;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    NotifyRetryFailedCommand(RetryingFailed retrying, Replies replies, AuditLog audit, Clock clock) {
        this.retrying = retrying;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash(
                        "notify-retry-failed", "Has all notifications sent again that failed, say after an outage")
                .addOptions(new OptionData(
                                OptionType.STRING, "since", "How far back they failed, such as 2h or 3d", true, true)
                        .setMaxLength(20));
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        return CompletableFuture.completedStage(Since.choices(call));
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Phrases phrases = new Phrases(replies, call.language());
        Optional<Duration> back = Since.parse(call.text("since").orElseThrow());
        if (back.isEmpty()) {
            return CompletableFuture.completedStage(Reply.refusal(phrases.say("since.malformed")));
        }
        Instant now = clock.instant(); // what fails until the button is pressed is not what was asked about
        Instant since = now.minus(back.get());
        return retrying.count(since, now).thenApply(failed -> question(call, since, now, failed, phrases));
    }

    private Reply question(CommandCall call, Instant since, Instant until, Failed failed, Phrases phrases) {
        Map<String, Object> values = new HashMap<>();
        values.put("since", since);
        values.put("total", failed.total());
        values.put("gone", failed.contentGone());
        values.put("counts", phrases.counts(failed.byOutcome()));
        if (failed.total() == 0) {
            return Reply.refusal(phrases.say("notify-retry-failed.none", values));
        }
        return Reply.confirm(
                phrases.say("notify-retry-failed.question", values),
                phrases.say("notify-retry-failed.button"),
                () -> retry(call, since, until, phrases));
    }

    private CompletionStage<Reply> retry(CommandCall call, Instant since, Instant until, Phrases phrases) {
        return retrying.retry(since, until).thenApply(retried -> {
            audit.record(call, "retried %s failed notifications".formatted(retried.many()));
            String said = retried.all() ? "notify-retry-failed.done" : "notify-retry-failed.partly";
            return Reply.text(phrases.say(said, Map.of("total", retried.many())));
        });
    }
}
