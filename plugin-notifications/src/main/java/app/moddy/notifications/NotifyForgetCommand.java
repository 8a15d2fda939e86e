package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.notifications.delivery.Erasure;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-forget}: erases a user. */
final class NotifyForgetCommand implements SlashCommand {
    private final Erasure erasure;

    @Inject
    NotifyForgetCommand(Erasure erasure) {
        this.erasure = erasure;
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
        return CompletableFuture.completedStage(Reply.confirm(
                "Erase all that is kept of <@" + user
                        + ">? What waits for them will not be sent, their inbox is emptied,"
                        + " and nobody can bring it back.",
                "Erase",
                () -> erase(user)));
    }

    private CompletionStage<Reply> erase(Snowflake user) {
        return erasure.erase(user)
                .thenApply(rows -> Reply.text(
                        rows == 0
                                ? "Nothing was kept of notifications to them."
                                : "Erased. Notifications that were theirs: " + rows + "."));
    }
}
