package app.moddy.notifications;

import app.moddy.bot.http.ApiResponse;
import app.moddy.notifications.delivery.NotificationRequest;
import app.moddy.notifications.delivery.Standing;
import java.util.Map;

/** What staff see after a test: what became of it, and the answer that a backend would have got. */
final class TestReport {
    private TestReport() {}

    static String of(NotificationRequest test, Standing standing, Phrases phrases) {
        ApiResponse response = NotifyAnswer.of(standing);
        StringBuilder text = new StringBuilder()
                .append(phrases.say("became." + standing.outcome().text()))
                .append(' ')
                .append(phrases.say(
                        "notify-test.done",
                        Map.of("action", standing.action(), "user", Phrases.user(test.recipient()))))
                .append("\n```\nHTTP ")
                .append(response.status());
        if (response.body() instanceof Map<?, ?> body) {
            body.forEach(
                    (name, value) -> text.append('\n').append(name).append(": ").append(value));
        }
        return text.append("\n```").toString();
    }
}
