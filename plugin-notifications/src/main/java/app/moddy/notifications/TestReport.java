package app.moddy.notifications;

import app.moddy.bot.http.ApiResponse;
import java.util.Map;

/** What staff see after a test: the answer that a backend would have got. */
final class TestReport {
    private TestReport() {}

    static String of(Notification test, Outcome outcome) {
        ApiResponse answer = NotifyAnswer.of(outcome);
        StringBuilder text = new StringBuilder()
                .append(headline(outcome))
                .append(" Test of `")
                .append(test.notice().action())
                .append("` for <@")
                .append(test.recipient())
                .append(">. A backend would see:\n```\nHTTP ")
                .append(answer.status());
        answer.headers()
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(value));
        if (answer.body() instanceof Map<?, ?> body) {
            body.forEach(
                    (name, value) -> text.append('\n').append(name).append(": ").append(value));
        }
        return text.append("\n```").toString();
    }

    private static String headline(Outcome outcome) {
        return switch (outcome.delivery().outcome()) {
            case DELIVERED -> "✅ It arrived.";
            case DM_CLOSED -> "⚠️ Their DMs are closed.";
            case USER_NOT_FOUND -> "❌ There is no such user to write to.";
            case REFUSED -> "❌ It could not be sent.";
            case UNCERTAIN -> "❓ It was sent, and Discord does not say whether it arrived.";
            case NOT_NOW -> "⏳ Nothing was sent; later it may work.";
        };
    }
}
