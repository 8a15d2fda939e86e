package app.moddy.bot.command;

import app.moddy.bot.store.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;

/**
 * What a user can use: a command without subcommands, a subcommand, or a user menu.
 *
 * @param id how Discord names it when it is used
 * @param label how users see it, for logs too
 * @param root the command that it belongs to
 * @param rules all that hold: the command's, then the subcommand's own
 * @param own the threads that it runs on; null: core's for commands
 */
record Usable(
        Id id,
        String label,
        CommandData root,
        List<Rules> rules,
        Handler handler,
        Completer completer,
        @Nullable Executor own) {
    Usable on(Executor threads, Consumer<String> failed) {
        Handler watched = (event, language) -> {
            try {
                return handler.handle(event, language).whenComplete((reply, failure) -> tell(failure, failed));
            } catch (RuntimeException | Error bug) {
                tell(bug, failed);
                throw bug;
            }
        };
        return new Usable(id, label, root, rules, watched, completer, threads);
    }

    /** A store that is away is no fault of the command's. */
    private void tell(@Nullable Throwable failure, Consumer<String> failed) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause != null && !(cause instanceof StoreUnavailableException)) {
            failed.accept(label);
        }
    }

    /** Where it runs. */
    Executor threadsOr(Executor others) {
        return own == null ? others : own;
    }

    /** A slash command and a user menu may have the same name. */
    record Id(Command.Type type, String fullName) {}

    /** Rules and what they are of, so that all subcommands share the cooldowns of their command. */
    record Rules(String owner, CommandRules rules) {}

    interface Handler {
        CompletionStage<Reply> handle(GenericCommandInteractionEvent event, DiscordLocale language);
    }

    interface Completer {
        Completer NONE = (event, language) -> CompletableFuture.completedStage(List.of());

        CompletionStage<List<Choice>> complete(CommandAutoCompleteInteractionEvent event, DiscordLocale language);
    }
}
