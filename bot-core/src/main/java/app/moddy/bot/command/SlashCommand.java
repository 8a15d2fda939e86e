package app.moddy.bot.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * One slash command. Implementations are thread-safe: calls may run at the same time.
 *
 * <p>Replies are seen by the caller only. There is no hurry to acknowledge: when {@link #handle} takes longer than Discord
 * waits (3 s), the caller sees "thinking…" until the reply is there. An exception, thrown or in the stage, gives the
 * caller a plain notice with a reference, and the log one line with the same reference.
 *
 * <p>A command either has {@link #subcommands} or is handled itself.
 */
public interface SlashCommand {
    /**
     * Its name, description and options, as Discord is to know them; also where it may be used ({@code setContexts}) and
     * whom Discord offers it ({@code setDefaultPermissions}). Subcommands are not declared here. Asked once.
     */
    SlashCommandData data();

    /** Who may use it, its subcommands too. Asked once. */
    CommandRules rules();

    /** What stands below it; nothing by default. Asked once. */
    default List<? extends Subcommand> subcommands() {
        return List.of();
    }

    /**
     * Runs it and gives the reply. Called on a thread that may be blocked for a moment, not for long. Never called for a
     * command with subcommands; every other one has it.
     */
    default CompletionStage<Reply> handle(CommandCall call) {
        throw new UnsupportedOperationException(call.command() + " is not handled");
    }

    /**
     * What to offer for the option being typed, the best first; the first 25 are shown. Who takes over 2 s, or fails, offers
     * nothing. For the command's own options: subcommands offer for theirs.
     */
    default CompletionStage<List<Choice>> complete(CompletionCall call) {
        return CompletableFuture.completedStage(List.of());
    }
}
