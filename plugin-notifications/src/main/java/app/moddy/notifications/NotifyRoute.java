package app.moddy.notifications;

import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.FieldFault;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.MetadataWarning;
import app.moddy.bot.message.RenderedNotice;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import app.moddy.notifications.delivery.IdempotencyKey;
import app.moddy.notifications.delivery.NotificationRequest;
import app.moddy.notifications.delivery.Notifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** {@code POST /internal/notify}: a backend's edge of the delivery path. */
final class NotifyRoute implements Route {
    private static final String KEY = "Idempotency-Key";

    private final NotificationParser parser;
    private final Notifier notifier;
    private final MessageTemplates templates;
    private final UserLanguages languages;

    @Inject
    NotifyRoute(NotificationParser parser, Notifier notifier, MessageTemplates templates, UserLanguages languages) {
        this.parser = parser;
        this.notifier = notifier;
        this.templates = templates;
        this.languages = languages;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.post("/internal/notify");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        request.refuseQueryBut("dry_run");
        boolean dryRun = request.queryFlag("dry_run");
        Optional<IdempotencyKey> key = key(request);
        NotificationRequest notification = parser.parse(request.body());
        if (dryRun) {
            return languages.of(notification.recipient()).thenApply(language -> rendered(notification, language));
        }
        return Storing.unlessUnavailable(
                        notifier.deliver(key.map(notification::under).orElse(notification)))
                .thenApply(NotifyRoute::answer);
    }

    private static Optional<IdempotencyKey> key(ApiRequest request) {
        try {
            return request.header(KEY).map(text -> new IdempotencyKey(text, request.canonicalHash()));
        } catch (IllegalArgumentException e) {
            throw ApiException.of(400, String.valueOf(e.getMessage()));
        }
    }

    private static ApiResponse answer(Notifier.Answer answer) {
        if (answer instanceof Notifier.Answer.Accepted accepted) {
            ApiResponse response = NotifyAnswer.of(accepted.standing());
            return accepted.replayed() ? response.withHeader("Idempotency-Replayed", "true") : response;
        }
        throw ApiException.invalid(List.of(
                new FieldFault(KEY, "was used for a request with another body; a new request needs a new key")));
    }

    private ApiResponse rendered(NotificationRequest request, UserLanguage language) {
        RenderedNotice rendered = templates.render(language.wishedFor(request.notice()), "dry-run");
        List<MetadataWarning> warnings = Stream.concat(
                        request.notice().warnings().stream(), rendered.warnings().stream())
                .toList();
        return ApiResponse.ok(Map.of(
                "dry_run", true,
                "language", rendered.language().getLocale(),
                "embed", rendered.embed().toData().toMap(),
                "warnings", NotifyAnswer.warnings(warnings)));
    }
}
