package app.moddy.bot.http;

import app.moddy.bot.metrics.MetricsRegistry;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code GET /internal/metrics}, for Prometheus. */
final class MetricsRoute implements Route {
    /** <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus: exposition formats</a>. */
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricsRegistry metrics;

    @Inject
    MetricsRoute(MetricsRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.get("/internal/metrics");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        return metrics.text().thenApply(text -> new ApiResponse(200, Map.of(), new PlainText(TYPE, text)));
    }
}
