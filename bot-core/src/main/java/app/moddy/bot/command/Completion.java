package app.moddy.bot.command;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers values while somebody types an option: none to who may not use the command, none when the command fails. */
final class Completion {
    private static final Logger log = LoggerFactory.getLogger(Completion.class);

    private final Staff staff;
    private final CommandThreads threads;

    Completion(Staff staff, CommandThreads threads) {
        this.staff = staff;
        this.threads = threads;
    }

    void offer(Served command, CommandAutoCompleteInteractionEvent event) {
        if (!staff.permits(command, event)) {
            reply(event, List.of());
            return;
        }
        try {
            threads.execute(() -> reply(event, choices(command, event)));
        } catch (RejectedExecutionException full) { // who types on asks again
            reply(event, List.of());
        }
    }

    private static List<Choice> choices(Served command, CommandAutoCompleteInteractionEvent event) {
        try {
            return command.command().complete(new CompletionCall(event)).stream()
                    .filter(value -> !value.isBlank() && value.length() <= Choice.MAX_STRING_VALUE_LENGTH)
                    .limit(OptionData.MAX_CHOICES)
                    .map(value -> new Choice(value, value))
                    .toList();
        } catch (Throwable e) { // a plugin's, of whatever kind: who types is answered all the same
            log.error("/{} failed to offer choices", command.name(), e);
            return List.of();
        }
    }

    private static void reply(CommandAutoCompleteInteractionEvent event, List<Choice> choices) {
        event.replyChoices(choices)
                .queue(
                        sent -> {},
                        failure ->
                                log.warn("Could not offer choices for /{}: {}", event.getName(), failure.toString()));
    }
}
