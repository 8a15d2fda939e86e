package app.moddy.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * What stands below a {@link SlashCommand}. Implementations are thread-safe. All that it says of replies, time and exceptions
 * holds here.
 */
public interface Subcommand {
    /** Its name, description and options, as Discord is to know them. Asked once. */
    SubcommandData data();

    /** The group that it is in; none by default. Asked once. */
    default Optional<SubcommandGroup> group() {
        return Optional.empty();
    }

    /** Who may use it, of those who may use the command; all of them by default. Asked once. */
    default CommandRules rules() {
        return CommandRules.everyone();
    }

    /** Runs it and gives the reply. Called on a thread that may be blocked for a moment, not for long. */
    CompletionStage<Reply> handle(CommandCall call);

    /** What to offer for the option being typed, as {@link SlashCommand#complete}. */
    default CompletionStage<List<Choice>> complete(CompletionCall call) {
        return CompletableFuture.completedStage(List.of());
    }
}
