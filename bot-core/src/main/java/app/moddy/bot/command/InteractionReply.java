package app.moddy.bot.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reply to an interaction: at once when it is ready in time, else acknowledged first and edited later. Discord
 * waits 3 s for the first of the two
 * (<a href="https://discord.com/developers/docs/interactions/receiving-and-responding">Discord: responding</a>).
 * Thread-safe.
 */
final class InteractionReply {
    private static final Logger log = LoggerFactory.getLogger(InteractionReply.class);

    private final IReplyCallback interaction;
    private boolean acknowledged;
    private boolean answered;

    private InteractionReply(IReplyCallback interaction) {
        this.interaction = interaction;
    }

    /** A new message that only the caller sees. */
    static InteractionReply to(IReplyCallback interaction) {
        return new InteractionReply(interaction);
    }

    /** The message that the button is on is edited; acknowledged at once. */
    static InteractionReply inPlaceOf(ButtonInteractionEvent press) {
        InteractionReply reply = new InteractionReply(press);
        reply.acknowledged = true;
        press.deferEdit().queue(hook -> {}, failure -> reply.failed("acknowledge", failure));
        return reply;
    }

    /** Acknowledges by itself when no answer has come by then. */
    void acknowledgeAfter(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::acknowledge);
    }

    private synchronized void acknowledge() {
        if (!acknowledged && !answered) {
            acknowledged = true;
            interaction.deferReply(true).queue(hook -> {}, failure -> failed("acknowledge", failure));
        }
    }

    /** Says it: the first answer counts. The stage says whether Discord has taken it; it never ends exceptionally. */
    synchronized CompletionStage<Boolean> answer(MessageCreateData message) {
        if (answered) {
            return CompletableFuture.completedStage(false);
        }
        answered = true;
        if (acknowledged) {
            return interaction
                    .getHook()
                    .editOriginal(MessageEditData.fromCreateData(message))
                    .setAllowedMentions(List.of())
                    .submit()
                    .handle((sent, failure) -> isSent("edit the reply of", failure));
        }
        return interaction
                .reply(message)
                .setAllowedMentions(List.of())
                .setEphemeral(true)
                .submit()
                .handle((sent, failure) -> isSent("reply to", failure));
    }

    /** Says this as well, below an answer that Discord has taken. The stage ends likewise. */
    CompletionStage<Boolean> add(String text) {
        return interaction
                .getHook()
                .sendMessage(text)
                .setAllowedMentions(List.of())
                .setEphemeral(true)
                .submit()
                .handle((sent, failure) -> isSent("add to the reply of", failure));
    }

    private boolean isSent(String what, @Nullable Throwable failure) {
        if (failure != null) {
            failed(what, failure);
        }
        return failure == null;
    }

    private void failed(String what, Throwable failure) {
        log.warn("Could not {} interaction {}: {}", what, interaction.getId(), failure.toString());
    }
}
