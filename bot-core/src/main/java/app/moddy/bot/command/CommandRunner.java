package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Permit, run, reply: what happens to one use of a command. Called on JDA's threads, with several instances on one for all
 * interactions; so nothing waits here, and the command's own work has other threads. Thread-safe.
 */
final class CommandRunner {
    private static final Logger log = LoggerFactory.getLogger(CommandRunner.class);

    private final RuleCheck rules;
    private final Cooldowns cooldowns;
    private final ReplyButtons buttons;
    private final CommandThreads threads;
    private final UnderWay underWay;
    private final CallerNotes notes;
    private final Notices notices;
    private final CommandLimits limits;

    CommandRunner(
            RuleCheck rules,
            Cooldowns cooldowns,
            ReplyButtons buttons,
            CommandThreads threads,
            UnderWay underWay,
            CallerNotes notes,
            Notices notices,
            CommandLimits limits) {
        this.rules = rules;
        this.cooldowns = cooldowns;
        this.buttons = buttons;
        this.threads = threads;
        this.underWay = underWay;
        this.notes = notes;
        this.notices = notices;
        this.limits = limits;
    }

    void run(Usable usable, GenericCommandInteractionEvent event, DiscordLocale language) {
        Optional<NoticeText> refusal = rules.refusal(usable, event);
        if (refusal.isPresent()) {
            say(refusal.get(), event, language);
            return;
        }
        if (!underWay.begin()) {
            say(NoticeText.RESTARTING, event, language);
            return;
        }
        Cooldowns.Charge charge = cooldowns.charge(usable, event);
        if (charge.waitUntil().isPresent()) {
            underWay.end();
            say(NoticeText.of("cooldown", "until", charge.waitUntil().get()), event, language);
            return;
        }
        InteractionReply reply = InteractionReply.to(event);
        reply.acknowledgeAfter(limits.acknowledge());
        Use use =
                new Use(usable, language, charge, new Snowflake(event.getUser().getIdLong()));
        answer(reply, use, () -> usable.handler().handle(event, language), false);
    }

    void press(ButtonInteractionEvent event, DiscordLocale language) {
        Optional<ReplyButtons.Pressed> pressed = buttons.pressed(event);
        if (pressed.isEmpty()
                || rules.refusal(pressed.get().use().usable(), event).isPresent()) {
            say(NoticeText.BUTTON_OVER, event, language);
            return;
        }
        if (!underWay.begin()) {
            say(NoticeText.RESTARTING, event, language);
            return;
        }
        Use use = pressed.get().use().continuedIn(language);
        answer(
                InteractionReply.inPlaceOf(event),
                use,
                pressed.get().work(),
                pressed.get().keepsPage());
    }

    private void say(NoticeText notice, IReplyCallback interaction, DiscordLocale language) {
        InteractionReply.to(interaction).answer(notices.say(notice, language));
    }

    private void answer(
            InteractionReply reply, Use use, Supplier<CompletionStage<Reply>> work, boolean keepsWhatIsThere) {
        runGuarded(work, use.usable().threadsOr(threads))
                .thenCompose(answer -> outgoing(answer, use))
                .exceptionally(failure -> failed(use, failure, keepsWhatIsThere))
                .thenCompose(outgoing -> outgoing.send(reply))
                .<@Nullable Void>thenApply(sent -> null)
                .exceptionally(bug -> logUnanswered(use, bug))
                .whenComplete((answered, never) -> underWay.end());
    }

    private Outgoing failed(Use use, Throwable failure, boolean keepsWhatIsThere) {
        if (!keepsWhatIsThere) { // else the command did succeed
            cooldowns.giveBack(use.charge());
        }
        use.usable().failed(failure);
        NoticeText notice = Notices.failure(use.usable().label(), failure);
        Outgoing outgoing = Outgoing.notice(notices.say(notice, use.language()));
        return keepsWhatIsThere ? outgoing.asAddition() : outgoing;
    }

    private static @Nullable Void logUnanswered(Use use, Throwable failure) {
        log.error("The caller of {} could not be answered", use.usable().label(), failure);
        return null;
    }

    /** The command's stage; one that throws, gives none or never ends fails like any other. */
    private CompletionStage<Reply> runGuarded(Supplier<CompletionStage<Reply>> work, Executor on) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return CompletableFuture.supplyAsync(() -> unlessTooLate(begun, work), on)
                    .thenCompose(Function.identity())
                    .orTimeout(limits.run().toMillis(), TimeUnit.MILLISECONDS)
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

    private CompletionStage<Outgoing> outgoing(Reply reply, Use use) {
        Runnable whenTaken = Outgoing.on(use.usable().threadsOr(Runnable::run), reply.whenTaken());
        if (reply.isRefusal()) {
            cooldowns.giveBack(use.charge());
        }
        Outgoing plain = new Outgoing(buttons.message(reply, use), List.of(), whenTaken, false);
        return reply.isWithNotes()
                ? notes.linesFor(use.caller(), use.language()).thenApply(plain::withLines)
                : CompletableFuture.completedStage(plain);
    }
}
