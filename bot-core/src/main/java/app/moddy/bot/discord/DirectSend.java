package app.moddy.bot.discord;

import app.moddy.bot.discord.DiscordCalls.Answer;
import app.moddy.bot.discord.DiscordCalls.Opened;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends one message: into the channel that is known, else, or when that one is gone, into a newly opened one. */
final class DirectSend {
    private final Desk desk;
    private final Passage passage;
    private final DirectMessage message;

    DirectSend(Desk desk, Passage passage, DirectMessage message) {
        this.desk = desk;
        this.passage = passage;
        this.message = message;
    }

    CompletionStage<Delivery> send() {
        if (desk.closed().isClosed(message.user())) {
            return CompletableFuture.completedStage(Delivery.of(DeliveryOutcome.DM_CLOSED, "50007, remembered"));
        }
        return passage.channelOf(message.user()).thenCompose(this::postInto);
    }

    private CompletionStage<Delivery> postInto(Opened opened) {
        if (!opened.answer().isDone()) {
            return CompletableFuture.completedStage(delivery(opened.answer(), passage));
        }
        return passage.calls()
                .post(opened.channel(), message.content(), message.nonce(), passage.errand())
                .thenCompose(this::posted);
    }

    private CompletionStage<Delivery> posted(Answer answer) {
        passage.learn(message.user(), answer);
        if (answer.verdict().kind() == Verdict.Kind.CHANNEL_GONE) {
            desk.channels().gone(message.user());
            if (!passage.hasOpened()) {
                return passage.open(message.user()).thenCompose(this::postInto);
            }
        }
        if (passage.hasOpened() && isSettled(answer)) {
            passage.clear(Alarm.Kind.QUARANTINED);
        }
        return CompletableFuture.completedStage(delivery(answer, passage));
    }

    private static boolean isSettled(Answer answer) {
        return switch (answer.verdict().kind()) {
            case DONE, DM_CLOSED, USER_NOT_FOUND, REFUSED -> true;
            case NOT_NOW, CHANNEL_GONE, UNKNOWN -> false;
        };
    }

    static Delivery delivery(Answer answer, Passage passage) {
        return switch (answer.verdict().kind()) {
            case DONE -> Delivery.of(DeliveryOutcome.DELIVERED, "");
            case USER_NOT_FOUND -> Delivery.of(DeliveryOutcome.USER_NOT_FOUND, answer.code());
            case DM_CLOSED -> Delivery.of(DeliveryOutcome.DM_CLOSED, answer.code());
            case REFUSED, CHANNEL_GONE -> Delivery.of(DeliveryOutcome.REFUSED, answer.code());
            case NOT_NOW -> Delivery.notNow(answer.code(), passage.retryAfter(answer));
            case UNKNOWN -> Delivery.of(DeliveryOutcome.UNCERTAIN, answer.code());
        };
    }
}
