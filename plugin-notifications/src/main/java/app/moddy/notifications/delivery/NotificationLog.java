package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.MetadataWarning;
import app.moddy.bot.store.StoreUnavailableException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * The lines of one notification's log, with texts that operators search for. Every line carries the notification's id;
 * values of metadata never come here.
 */
final class NotificationLog {
    private static final Logger log = LoggerFactory.getLogger(Notifier.class);

    private NotificationLog() {}

    static void received(Standing standing, NotificationRequest request) {
        line(Long.toString(standing.id()), () -> {
            log.info("📩 Received notification: action={}, discord_id={}", standing.action(), request.recipient());
            standing.warnings().forEach(warning -> log.warn("Unreadable {}: {}", warning.field(), warning.message()));
        });
    }

    static void retried(long id, String action) {
        line(Long.toString(id), () -> log.info("🔁 Staff retry this notification: action={}", action));
    }

    /** Its caller has been told that it is pending. */
    static void pending(long id, Snowflake user) {
        line(Long.toString(id), () -> log.info("⏳ Delivery pending for user {}", user));
    }

    static void finished(String id, Snowflake user, Outcome outcome, String code) {
        line(id, () -> {
            switch (outcome) {
                case PENDING -> throw new IllegalArgumentException("it is not finished");
                case DELIVERED -> log.info("✅ DM sent to user {}", user);
                case DM_CLOSED, FALLBACK_CHANNEL -> log.warn("⚠️ Cannot DM user {}: DMs disabled", user);
                case USER_NOT_FOUND -> log.error("❌ User {} not found", user);
                case REFUSED -> log.error("❌ Failed to send notification to user {}: {}", user, code);
                case EXPIRED -> log.error("❌ Failed to send notification to user {}: expired ({})", user, code);
                case UNCERTAIN ->
                    log.error(
                            "❌ Failed to send notification to user {}: uncertain, it may have arrived ({})",
                            user,
                            code);
                case ERASED -> log.info("Erased before it was delivered"); // without the user: that is the point
            }
        });
    }

    static void warned(Attempt attempt, MetadataWarning warning) {
        line(
                attempt.ref(),
                () -> log.warn("{} {}: {}", warning.field(), attempt.notice().action(), warning.message()));
    }

    static void again(Attempt attempt, Ending ending) {
        line(
                attempt.ref(),
                () -> log.debug(
                        "Attempt {} ended: {} {}; next at {}",
                        attempt.number(),
                        ending.result(),
                        ending.code(),
                        ending.dueAt()));
    }

    static void botFailed(String id, Snowflake user, Throwable bug) {
        line(id, () -> log.error("The bot itself failed at a notification to user {}", user, bug));
    }

    static void notBegun(Attempt attempt, Throwable bug) {
        line(attempt.ref(), () -> log.error("The attempt could not begin", bug));
    }

    static void unshowable(long id, Throwable bug) {
        line(Long.toString(id), () -> log.error("The notification can not be shown in the inbox", bug));
    }

    /** They are shown once more: better than never. */
    static void notMarkedAsRead(long id, Throwable failure) {
        line(
                Long.toString(id),
                () -> log.warn("Shown to its user, and could not be marked as read: {}", failure.getMessage()));
    }

    static void nobodyMentioned(Attempt attempt, Snowflake channel, String code) {
        line(
                attempt.ref(),
                () -> log.warn(
                        "Nobody can be mentioned in the fallback channel {} ({}): check"
                                + " plugins.notifications.fallback_channel_id and the bot's permission to write there",
                        channel,
                        code));
    }

    static void overtaken(Attempt attempt, Ending ending) {
        line(
                attempt.ref(),
                () -> log.warn(
                        "Attempt {} ended ({}) when it was no longer ours to end", attempt.number(), ending.result()));
    }

    /** @param again whether this was said before: then it is not said again */
    static void unrecorded(Attempt attempt, Throwable failure, boolean again) {
        line(
                attempt.ref(),
                () -> log.atLevel(again ? Level.DEBUG : Level.WARN)
                        .log(
                                "The end of attempt {} is not recorded yet, trying again each second: {}",
                                attempt.number(),
                                failure.getMessage()));
    }

    /**
     * Something that is not about one notification fails, and is tried again in a while.
     *
     * @param told whether its user knows of a fault of ours already
     * @return whether they know now
     */
    static boolean later(String what, Throwable failure, boolean told) {
        Throwable cause = unwrap(failure);
        if (cause instanceof StoreUnavailableException) {
            notNow(what, cause);
            return told;
        }
        if (!told) {
            log.error(
                    "A fault of ours stops the {} of notifications; it is tried again, and not told again until it has worked",
                    what,
                    cause);
        }
        return true;
    }

    /** What a run has under way could not be given to the others at once. */
    static void leasesStay(String what, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof StoreUnavailableException) {
            notNow(what, cause);
        } else {
            log.error("The {} of notifications failed; their leases end by themselves within a minute", what, cause);
        }
    }

    /** The store has said so itself, once. */
    private static void notNow(String what, Throwable cause) {
        log.debug("Not now: {}", what, cause);
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static void line(String id, Runnable write) {
        MDC.put("notification", id);
        try {
            write.run();
        } finally {
            MDC.remove("notification");
        }
    }
}
