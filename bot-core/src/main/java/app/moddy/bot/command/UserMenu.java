package app.moddy.bot.command;

import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * A command in the context menu of a user. Implementations are thread-safe. All that {@link SlashCommand} says of replies,
 * time and exceptions holds here.
 */
public interface UserMenu {
    /** Its name as Discord is to know it: {@code Commands.user("Notification history")}. Asked once. */
    CommandData data();

    /** Who may use it. Asked once. */
    CommandRules rules();

    /** Runs it and gives the reply. Called on a thread that may be blocked for a moment, not for long. */
    CompletionStage<Reply> handle(UserMenuCall call);
}
