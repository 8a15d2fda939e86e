package app.moddy.bot.command;

import app.moddy.bot.command.Confirmations.Open;
import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Permit, run, reply: what happens to one use of a command. Thread-safe. */
final class CommandRunner {
    private static final Logger log = LoggerFactory.getLogger(CommandRunner.class);

    /** Well below the 15 minutes for which a reply can be edited, and longer than anything staff would wait for. */
    private static final long LONGEST_RUN_SECONDS = 60;

    private final Staff staff;
    private final Confirmations confirmations;

    CommandRunner(Staff staff, Confirmations confirmations) {
        this.staff = staff;
        this.confirmations = confirmations;
    }

    void run(SlashCommand command, SlashCommandInteractionEvent event) {
        InteractionReply reply = new InteractionReply(event);
        if (!permits(command, event)) {
            reply.answer(Notices.NOT_YOURS);
            return;
        }
        reply.acknowledgeWhenSlow();
        Snowflake caller = new Snowflake(event.getUser().getIdLong());
        guarded(() -> command.handle(new CommandCall(event)))
                .thenApply(answer -> message(answer, caller, command))
                .exceptionally(failure -> Notices.failure(event.getFullCommandName(), failure))
                .thenAccept(reply::answer)
                .exceptionally(bug -> unanswered(event.getFullCommandName(), bug));
    }

    void press(ButtonInteractionEvent event) {
        Snowflake presser = new Snowflake(event.getUser().getIdLong());
        Optional<Open> question = confirmations.take(event.getComponentId(), presser);
        if (question.isEmpty() || !permits(question.get().command(), event)) {
            new InteractionReply(event).answer(Notices.QUESTION_OVER);
            return;
        }
        SlashCommand command = question.get().command();
        event.deferEdit().queue();
        guarded(question.get().question().ifPressed())
                .thenApply(answer -> message(answer, presser, command))
                .exceptionally(failure -> Notices.failure(command.data().getName(), failure))
                .thenAccept(answer -> event.getHook()
                        .editOriginal(MessageEditData.fromCreateData(answer))
                        .setAllowedMentions(List.of())
                        .queue(sent -> {}, failure -> unanswered(command.data().getName(), failure)))
                .exceptionally(bug -> unanswered(command.data().getName(), bug));
    }

    private static @Nullable Void unanswered(String command, Throwable failure) {
        log.error("The caller of /{} could not be answered", command, failure);
        return null;
    }

    void complete(SlashCommand command, CommandAutoCompleteInteractionEvent event) {
        event.replyChoices(choices(command, event))
                .queue(
                        sent -> {},
                        failure ->
                                log.warn("Could not offer choices for /{}: {}", event.getName(), failure.toString()));
    }

    private List<Choice> choices(SlashCommand command, CommandAutoCompleteInteractionEvent event) {
        if (!permits(command, event)) {
            return List.of();
        }
        try {
            return command.complete(new CompletionCall(event)).stream()
                    .filter(value -> !value.isEmpty() && value.length() <= Choice.MAX_STRING_VALUE_LENGTH)
                    .limit(OptionData.MAX_CHOICES)
                    .map(value -> new Choice(value, value))
                    .toList();
        } catch (RuntimeException e) {
            log.error("/{} failed to offer choices", event.getName(), e);
            return List.of();
        }
    }

    private boolean permits(SlashCommand command, Interaction interaction) {
        return switch (command.audience()) {
            case STAFF -> staff.includes(interaction);
            case EVERYONE -> true;
        };
    }

    /** The command's stage; one that throws, gives none or never ends fails like any other. */
    private static CompletionStage<Reply> guarded(Supplier<CompletionStage<Reply>> work) {
        return CompletableFuture.completedFuture(work)
                .thenCompose(Supplier::get)
                .orTimeout(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
    }

    private MessageCreateData message(Reply reply, Snowflake caller, SlashCommand command) {
        Reply.Question question = reply.question();
        if (question == null) {
            return reply.message();
        }
        Button button = Button.primary(confirmations.add(caller, command, question), question.button());
        return MessageCreateBuilder.from(reply.message())
                .setComponents(ActionRow.of(button))
                .build();
    }
}
