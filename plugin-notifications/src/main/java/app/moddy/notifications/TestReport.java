package app.moddy.notifications;

import app.moddy.bot.http.ApiResponse;
import app.moddy.notifications.delivery.NotificationRequest;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.notifications.delivery.Outcome;
import java.util.Map;

/** What staff see after a test: the answer that a backend would have got. */
final class TestReport {
    private TestReport() {}

    static String of(NotificationRequest test, Notifier.Answer answer) {
        if (!(answer instanceof Notifier.Answer.Accepted accepted)) {
            throw new IllegalStateException("a test has no key that could have been used before");
        }
        ApiResponse response = NotifyAnswer.of(accepted.standing());
        StringBuilder text = new StringBuilder()
                .append(headline(accepted.standing().outcome()))
                .append(" Test of `")
                .append(test.notice().action())
                .append("` for <@")
                .append(test.recipient())
                .append(">. A backend would see:\n```\nHTTP ")
                .append(response.status());
        if (response.body() instanceof Map<?, ?> body) {
            body.forEach(
                    (name, value) -> text.append('\n').append(name).append(": ").append(value));
        }
        return text.append("\n```").toString();
    }

    private static String headline(Outcome outcome) {
        return switch (outcome) {
            case DELIVERED -> "✅ It arrived.";
            case DM_CLOSED -> "⚠️ Their DMs are closed; it waits in their `/inbox`.";
            case FALLBACK_CHANNEL -> "⚠️ Their DMs are closed; they were mentioned, and it waits in their `/inbox`.";
            case USER_NOT_FOUND -> "❌ There is no such user to write to.";
            case REFUSED, EXPIRED, ERASED -> "❌ It could not be sent.";
            case UNCERTAIN -> "❓ It was sent, and Discord does not say whether it arrived.";
            case PENDING -> "⏳ It is recorded, and will be sent as soon as that is possible.";
        };
    }
}
