package app.moddy.bot.command;

import java.util.List;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/**
 * One slash command. Implementations are thread-safe: calls may run at the same time.
 *
 * <p>Replies are seen by the caller only. There is no hurry to acknowledge: when {@link #handle} takes longer than Discord
 * waits (3 s), the caller sees "thinking…" until the reply is there. An exception, thrown or in the stage, gives the
 * caller a plain notice with a reference, and the log one line with the same reference.
 */
public interface SlashCommand {
    /** Its name, description and options, as Discord is to know them. Always the same. */
    SlashCommandData data();

    /** Who may use it. */
    Audience audience();

    /** Runs it and gives the reply. Called on a thread that may be blocked for a moment, not for long. */
    CompletionStage<Reply> handle(CommandCall call);

    /** What to offer for the option being typed, the best first; the first 25 are shown. */
    default List<String> complete(CompletionCall call) {
        return List.of();
    }
}
