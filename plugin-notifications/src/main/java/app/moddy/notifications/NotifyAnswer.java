package app.moddy.notifications;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.message.MetadataWarning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An outcome as a backend sees it. The three fields that clients read, and their texts, are fixed. */
final class NotifyAnswer {
    private NotifyAnswer() {}

    static ApiResponse of(Outcome outcome) {
        Delivery delivery = outcome.delivery();
        return switch (delivery.outcome()) {
            case DELIVERED -> answer(200, "User notified successfully", true, outcome);
            case USER_NOT_FOUND -> answer(404, "User not found in Discord server", false, outcome);
            case DM_CLOSED -> answer(200, "Cannot send DM to user (DMs disabled)", false, outcome);
            case REFUSED, UNCERTAIN -> answer(500, "Failed to send Discord message", false, outcome);
            case NOT_NOW ->
                ApiException.unavailable(
                                delivery.retryAfter(), "Nothing was sent, please try again later: " + delivery.code())
                        .response();
        };
    }

    private static ApiResponse answer(int status, String message, boolean sent, Outcome outcome) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", sent);
        body.put("message", message);
        body.put("notification_sent", sent);
        body.put("notification_id", outcome.id());
        body.put("outcome", outcome.delivery().outcome().name().toLowerCase(Locale.ROOT));
        body.put("retryable", outcome.botFailed());
        if (!outcome.warnings().isEmpty()) {
            body.put("warnings", warnings(outcome.warnings()));
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
