package app.moddy.bot.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
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
            reply(event, List.of());
            return;
        }
        offers(usable, event, language)
                .exceptionally(failure -> none(usable, failure))
                .thenAccept(choices -> reply(event, choices));
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

    private static List<Choice> none(Usable usable, Throwable failure) {
        log.error("{} failed to offer choices", usable.label(), failure);
        return List.of();
    }

    private static void reply(CommandAutoCompleteInteractionEvent event, List<Choice> choices) {
        event.replyChoices(choices)
                .queue(
                        sent -> {},
                        failure ->
                                log.warn("Could not offer choices for /{}: {}", event.getName(), failure.toString()));
    }
}
