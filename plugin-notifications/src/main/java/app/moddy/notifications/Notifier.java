package app.moddy.notifications;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.DeliveryOutcome;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.message.MessageTemplates;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The one path of delivery: render, send, say what became of it. Thread-safe. */
final class Notifier {
    private static final String BOT_FAILED = "the bot itself failed";
    private static final Delivery NOTHING_SENT = new Delivery(DeliveryOutcome.REFUSED, BOT_FAILED, Duration.ZERO);
    private static final Delivery PERHAPS_SENT = new Delivery(DeliveryOutcome.UNCERTAIN, BOT_FAILED, Duration.ZERO);

    private final MessageTemplates templates;
    private final Messenger messenger;

    @Inject
    Notifier(MessageTemplates templates, Messenger messenger) {
        this.templates = templates;
        this.messenger = messenger;
    }

    /** Sends it. The stage completes within 8 s, and never exceptionally. */
    CompletionStage<Outcome> deliver(Notification notification) {
        NotificationLog.received(notification);
        MessageCreateData message;
        try {
            message = message(notification);
        } catch (RuntimeException bug) {
            NotificationLog.botFailed(notification, bug);
            return CompletableFuture.completedStage(outcome(notification, NOTHING_SENT, true));
        }
        return CompletableFuture.completedStage(message)
                .thenCompose(ready -> messenger.sendDirect(notification.recipient(), ready, notification.id()))
                .thenApply(delivery -> {
                    NotificationLog.finished(notification, delivery);
                    return outcome(notification, delivery, false);
                })
                .exceptionally(bug -> {
                    NotificationLog.botFailed(notification, bug);
                    return outcome(notification, PERHAPS_SENT, false);
                });
    }

    private MessageCreateData message(Notification notification) {
        return MessageCreateData.fromEmbeds(
                templates.render(notification.notice(), notification.id()).embed());
    }

    private static Outcome outcome(Notification notification, Delivery delivery, boolean botFailed) {
        return new Outcome(
                notification.id(), delivery, botFailed, notification.notice().warnings());
    }
}
