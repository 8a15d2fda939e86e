package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-history}: a user's notifications. */
final class NotifyHistoryCommand implements SlashCommand {
    private final HistoryPages pages;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    NotifyHistoryCommand(HistoryPages pages, Replies replies, AuditLog audit) {
        this.pages = pages;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-history", "Shows a user's notifications and what became of them")
                .addOption(OptionType.USER, "user", "Whose", true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Snowflake user = new Snowflake(call.user("user").orElseThrow().getIdLong());
        audit.lookedAt(call, "looked at the notifications", user);
        return pages.of(user, new Phrases(replies, call.language()));
    }
}
