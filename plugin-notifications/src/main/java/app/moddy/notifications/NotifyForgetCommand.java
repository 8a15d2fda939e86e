package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.Erasure;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-forget}: erases a user. */
final class NotifyForgetCommand implements SlashCommand {
    private final Erasure erasure;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    NotifyForgetCommand(Erasure erasure, Replies replies, AuditLog audit) {
        this.erasure = erasure;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-forget", "Erases all that is kept of a user; what waits for them is not sent")
                .addOption(OptionType.USER, "user", "Who wishes to be forgotten", true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Snowflake user = new Snowflake(call.user("user").orElseThrow().getIdLong());
        Phrases phrases = new Phrases(replies, call.language());
        return CompletableFuture.completedStage(Reply.confirm(
                phrases.say("notify-forget.question", Map.of("user", Phrases.user(user))),
                phrases.say("notify-forget.button"),
                () -> erase(call, user, phrases)));
    }

    private CompletionStage<Reply> erase(CommandCall call, Snowflake user, Phrases phrases) {
        return erasure.erase(user)
                .thenCompose(rows -> audit.forget(user).thenApply(done -> rows))
                // not whom: that is the point
                .whenComplete((rows, failure) -> audit.record(
                        call, failure == null ? "erased a user" : "tried to erase a user: some of them may be left"))
                .thenApply(rows -> Reply.text(
                        rows == 0
                                ? phrases.say("notify-forget.nothing")
                                : phrases.say("notify-forget.done", Map.of("count", rows))));
    }
}
