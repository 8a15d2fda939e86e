package app.moddy.bot.command;

import app.moddy.bot.command.Confirmations.Open;
import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Permit, run, reply: what happens to one use of a command. Called on JDA's threads, so only the command's own work waits
 * for a thread of ours. Thread-safe.
 */
final class CommandRunner {
    private static final Logger log = LoggerFactory.getLogger(CommandRunner.class);

    /** Well below the 15 minutes for which a reply can be edited, and longer than anything staff would wait for. */
    private static final long LONGEST_RUN_SECONDS = 60;

    private final Staff staff;
    private final Confirmations confirmations;
    private final CommandThreads threads;
    private final UnderWay underWay;
    private final CallerNotes notes;

    CommandRunner(
            Staff staff, Confirmations confirmations, CommandThreads threads, UnderWay underWay, CallerNotes notes) {
        this.staff = staff;
        this.confirmations = confirmations;
        this.threads = threads;
        this.underWay = underWay;
        this.notes = notes;
    }

    void run(Served command, SlashCommandInteractionEvent event) {
        InteractionReply reply = InteractionReply.to(event);
        if (!staff.permits(command, event)) {
            reply.answer(Notices.NOT_YOURS);
            return;
        }
        if (!underWay.begin()) {
            reply.answer(Notices.RESTARTING);
            return;
        }
        reply.acknowledgeWhenSlow();
        answer(reply, command, event, () -> command.command().handle(new CommandCall(event)));
    }

    void press(ButtonInteractionEvent event) {
        Snowflake presser = new Snowflake(event.getUser().getIdLong());
        Optional<Open> question = confirmations.take(event.getComponentId(), presser);
        if (question.isEmpty() || !staff.permits(question.get().command(), event)) {
            InteractionReply.to(event).answer(Notices.QUESTION_OVER);
            return;
        }
        if (!underWay.begin()) {
            InteractionReply.to(event).answer(Notices.RESTARTING);
            return;
        }
        InteractionReply reply = InteractionReply.inPlaceOf(event);
        answer(reply, question.get().command(), event, question.get().question().ifPressed());
    }

    private void answer(
            InteractionReply reply, Served command, Interaction interaction, Supplier<CompletionStage<Reply>> work) {
        runGuarded(work)
                .thenCompose(answer -> outgoing(answer, interaction, command))
                .exceptionally(failure -> Outgoing.notice(Notices.failure(command.name(), failure)))
                .thenCompose(outgoing -> outgoing.send(reply))
                .<@Nullable Void>thenApply(sent -> null)
                .exceptionally(bug -> logUnanswered(command, bug))
                .whenComplete((answered, never) -> underWay.end());
    }

    private static @Nullable Void logUnanswered(Served command, Throwable failure) {
        log.error("The caller of /{} could not be answered", command.name(), failure);
        return null;
    }

    /** The command's stage; one that throws, gives none or never ends fails like any other. */
    private CompletionStage<Reply> runGuarded(Supplier<CompletionStage<Reply>> work) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return CompletableFuture.supplyAsync(() -> unlessTooLate(begun, work), threads)
                    .thenCompose(Function.identity())
                    .orTimeout(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((reply, failure) -> begun.set(true));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedStage(new TooBusyException());
        }
    }

    /** What has waited so long that its caller was told of a failure must not happen afterwards. */
    private static CompletionStage<Reply> unlessTooLate(AtomicBoolean begun, Supplier<CompletionStage<Reply>> work) {
        return begun.compareAndSet(false, true)
                ? work.get()
                : CompletableFuture.failedStage(new IllegalStateException("its time was over before it began"));
    }

    private CompletionStage<Outgoing> outgoing(Reply reply, Interaction interaction, Served command) {
        Outgoing plain = new Outgoing(message(reply, interaction, command), List.of(), reply.whenTaken());
        return reply.isWithNotes()
                ? notes.linesFor(interaction).thenApply(plain::withLines)
                : CompletableFuture.completedStage(plain);
    }

    private MessageCreateData message(Reply reply, Interaction interaction, Served command) {
        Reply.Question question = reply.question();
        if (question == null) {
            return reply.message();
        }
        Snowflake caller = new Snowflake(interaction.getUser().getIdLong());
        Button button = Button.primary(confirmations.add(caller, command, question), question.button());
        return MessageCreateBuilder.from(reply.message())
                .setComponents(List.of(ActionRow.of(button)))
                .build();
    }
}
