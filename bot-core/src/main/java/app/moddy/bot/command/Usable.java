package app.moddy.bot.command;

import app.moddy.bot.store.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
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
 * @param owner null: core, and it runs on core's threads for commands
 */
record Usable(
        Id id,
        String label,
        CommandData root,
        List<Rules> rules,
        Handler handler,
        Completer completer,
        @Nullable Owner owner) {
    /**
     * Whose it is, if it is not core's.
     *
     * @param threads those that it runs on
     * @param failed is told what has failed, as users see it, and why
     */
    record Owner(Executor threads, BiConsumer<String, Throwable> failed) {}

    Usable of(Owner plugin) {
        return new Usable(id, label, root, rules, handler, completer, plugin);
    }

    /** A use of it has failed. That a store is away, or much is going on, is no fault of the command's. */
    void failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (owner != null && !(cause instanceof StoreUnavailableException) && !(cause instanceof TooBusyException)) {
            owner.failed().accept(label, cause);
        }
    }

    /** Where it runs. */
    Executor threadsOr(Executor others) {
        return owner == null ? others : owner.threads();
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
