package app.moddy.notifications;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.Snowflake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The lines of one notification's log, with texts that operators search for. Every line carries the notification's id;
 * values of metadata never come here.
 */
final class NotificationLog {
    private static final Logger log = LoggerFactory.getLogger(Notifier.class);

    private NotificationLog() {}

    static void received(Notification notification) {
        line(notification, () -> {
            log.info(
                    "📩 Received notification: action={}, discord_id={}",
                    notification.notice().action(),
                    notification.recipient());
            notification
                    .notice()
                    .warnings()
                    .forEach(warning -> log.warn("Unreadable {}: {}", warning.field(), warning.message()));
        });
    }

    static void finished(Notification notification, Delivery delivery) {
        Snowflake user = notification.recipient();
        line(notification, () -> {
            switch (delivery.outcome()) {
                case DELIVERED -> log.info("✅ DM sent to user {}", user);
                case DM_CLOSED -> log.warn("⚠️ Cannot DM user {}: DMs disabled", user);
                case USER_NOT_FOUND -> log.error("❌ User {} not found", user);
                case REFUSED, NOT_NOW ->
                    log.error("❌ Failed to send notification to user {}: {}", user, delivery.code());
                case UNCERTAIN ->
                    log.error(
                            "❌ Failed to send notification to user {}: uncertain, it may have arrived ({})",
                            user,
                            delivery.code());
            }
        });
    }

    static void botFailed(Notification notification, Throwable bug) {
        line(
                notification,
                () -> log.error(
                        "❌ Failed to send notification to user {}: the bot itself failed",
                        notification.recipient(),
                        bug));
    }

    private static void line(Notification notification, Runnable write) {
        MDC.put("notification", notification.id());
        try {
            write.run();
        } finally {
            MDC.remove("notification");
        }
    }
}
