package app.moddy.notifications;

import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.RenderedNotice;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code POST /internal/notify}: a backend's edge of the delivery path. */
final class NotifyRoute implements Route {
    private final NotificationParser parser;
    private final Notifier notifier;
    private final MessageTemplates templates;

    @Inject
    NotifyRoute(NotificationParser parser, Notifier notifier, MessageTemplates templates) {
        this.parser = parser;
        this.notifier = notifier;
        this.templates = templates;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.post("/internal/notify");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        request.refuseQueryBut("dry_run");
        boolean dryRun = request.queryFlag("dry_run");
        Notification notification = parser.parse(request.body());
        return dryRun
                ? CompletableFuture.completedStage(rendered(notification))
                : notifier.deliver(notification).thenApply(NotifyAnswer::of);
    }

    private ApiResponse rendered(Notification notification) {
        RenderedNotice rendered = templates.render(notification.notice(), notification.id());
        return ApiResponse.ok(Map.of(
                "dry_run", true,
                "language", rendered.language().getLocale(),
                "embed", rendered.embed().toData().toMap(),
                "warnings", NotifyAnswer.warnings(notification.notice().warnings())));
    }
}
