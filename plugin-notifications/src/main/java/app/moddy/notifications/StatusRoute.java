package app.moddy.notifications;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.notifications.delivery.Notifier;
import app.moddy.notifications.delivery.Standing;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/notifications/{id}}: how a notification stands; says nothing of its user and its content. */
final class StatusRoute implements Route {
    private final Notifier notifier;

    @Inject
    StatusRoute(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.get("/internal/notifications/{id}");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        request.refuseQueryBut();
        OptionalLong id = Ref.id(request.path("id"));
        if (id.isEmpty()) { // what is no id is the id of no notification
            throw noSuchNotification();
        }
        return Storing.unlessUnavailable(notifier.standing(id.getAsLong()))
                .thenApply(standing -> ApiResponse.ok(body(standing.orElseThrow(StatusRoute::noSuchNotification))));
    }

    private static ApiException noSuchNotification() {
        return ApiException.of(404, "No such notification");
    }

    private static Map<String, @Nullable Object> body(Standing standing) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("notification_id", Long.toString(standing.id()));
        body.put("action", standing.action());
        body.put("outcome", standing.outcome().text());
        body.put("retryable", standing.retryable());
        body.put("attempts", standing.attempts());
        body.put("accepted_at", standing.acceptedAt());
        body.put("finished_at", standing.finishedAt());
        body.put("next_attempt_at", standing.nextAttemptAt());
        return body;
    }
}
