package app.moddy.bot.command;

import app.moddy.bot.store.StoreUnavailableException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.requests.restaction.interactions.AutoCompleteCallbackAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers values while somebody types an option: none to who may not use the command, none when the command fails. */
final class Completion {
    private static final Logger log = LoggerFactory.getLogger(Completion.class);

    /** Discord waits 3 s. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final RuleCheck rules;
    private final CommandThreads threads;

    Completion(RuleCheck rules, CommandThreads threads) {
        this.rules = rules;
        this.threads = threads;
    }

    void offer(Usable usable, CommandAutoCompleteInteractionEvent event, DiscordLocale language) {
        if (rules.refusal(usable, event).isPresent()) {
            send(event, event.replyChoices());
            return;
        }
        offers(usable, event, language)
                .thenApply(event::replyChoices) // refuses a choice that is not of the option's type
                .exceptionally(failure -> none(usable, event, failure))
                .thenAccept(answer -> send(event, answer));
    }

    private CompletionStage<List<Choice>> offers(
            Usable usable, CommandAutoCompleteInteractionEvent event, DiscordLocale language) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> usable.completer().complete(event, language), usable.threadsOr(threads))
                    .thenCompose(Function.identity())
                    .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .thenApply(Completion::first);
        } catch (RejectedExecutionException full) { // who types on asks again
            return CompletableFuture.completedStage(List.of());
        }
    }

    private static List<Choice> first(List<Choice> choices) {
        return choices.stream()
                .map(Objects::requireNonNull)
                .limit(OptionData.MAX_CHOICES)
                .toList();
    }

    /** Each letter typed asks again, so what is known without a stack is logged without one. */
    private static AutoCompleteCallbackAction none(
            Usable usable, CommandAutoCompleteInteractionEvent event, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof StoreUnavailableException) {
            log.warn("{} offers no choices: {}", usable.label(), cause.getMessage());
        } else if (cause instanceof TimeoutException) {
            log.warn("{} offers no choices: it had none within {} ms", usable.label(), PATIENCE_MILLIS);
        } else {
            log.error("{} failed to offer choices", usable.label(), cause);
        }
        return event.replyChoices();
    }

    private static void send(CommandAutoCompleteInteractionEvent event, AutoCompleteCallbackAction answer) {
        answer.queue(
                sent -> {},
                failure -> log.warn("Could not offer choices for /{}: {}", event.getName(), failure.toString()));
    }
}
