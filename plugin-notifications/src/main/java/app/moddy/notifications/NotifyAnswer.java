package app.moddy.notifications;

import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.message.MetadataWarning;
import app.moddy.notifications.delivery.Outcome;
import app.moddy.notifications.delivery.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a notification stands, as a backend sees it. The three fields that clients read, and their texts, are fixed. */
final class NotifyAnswer {
    private NotifyAnswer() {}

    static ApiResponse of(Standing standing) {
        return switch (standing.outcome()) {
            case DELIVERED -> answer(200, true, "User notified successfully", standing);
            case USER_NOT_FOUND -> answer(404, false, "User not found in Discord server", standing);
            case DM_CLOSED -> answer(200, false, "Cannot send DM to user (DMs disabled)", standing);
            case FALLBACK_CHANNEL -> answer(200, true, "DMs disabled; user mentioned in fallback channel", standing);
            case PENDING -> answer(202, true, "Notification accepted, delivery pending", standing);
            case REFUSED, UNCERTAIN, EXPIRED, ERASED -> answer(500, false, "Failed to send Discord message", standing);
        };
    }

    private static ApiResponse answer(int status, boolean success, String message, Standing standing) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", success);
        body.put("message", message);
        body.put("notification_sent", success && standing.outcome() != Outcome.PENDING);
        body.put("notification_id", Long.toString(standing.id()));
        body.put("outcome", standing.outcome().text());
        body.put("retryable", standing.retryable());
        if (standing.inbox()) {
            body.put("inbox", true);
        }
        if (!standing.warnings().isEmpty()) {
            body.put("warnings", warnings(standing.warnings()));
        }
        return ApiResponse.of(status, body);
    }

    static List<Map<String, String>> warnings(List<MetadataWarning> warnings) {
        return warnings.stream().map(NotifyAnswer::warning).toList();
    }

    private static Map<String, String> warning(MetadataWarning warning) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("field", warning.field());
        body.put("message", warning.message());
        return body;
    }
}
