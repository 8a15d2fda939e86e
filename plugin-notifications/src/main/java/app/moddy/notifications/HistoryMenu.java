package app.moddy.notifications;

import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.command.UserMenuCall;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

/** "Notification history" in a user's context menu: the same as {@code /notify-history}. */
final class HistoryMenu implements UserMenu {
    private final HistoryPages pages;
    private final Replies replies;
    private final AuditLog audit;

    @Inject
    HistoryMenu(HistoryPages pages, Replies replies, AuditLog audit) {
        this.pages = pages;
        this.replies = replies;
        this.audit = audit;
    }

    @Override
    public CommandData data() {
        return Commands.user("Notification history");
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(UserMenuCall call) {
        Snowflake user = new Snowflake(call.target().getIdLong());
        audit.lookedAt(call, "looked at the notifications", user);
        return pages.of(user, new Phrases(replies, call.language()));
    }
}
