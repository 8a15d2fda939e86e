package app.moddy.bot.http;

import app.moddy.bot.metrics.Counter;
import app.moddy.bot.metrics.Gauge;
import app.moddy.bot.metrics.Histogram;
import app.moddy.bot.metrics.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** What is measured of requests. Thread-safe. */
final class RequestMetrics {
    /** The route of a request that asks for none that is there. */
    static final String NO_ROUTE = "none";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<Duration> BOUNDS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 8_000)
            .map(Duration::ofMillis)
            .toList();

    private final Histogram took;
    private final Gauge underWay;
    private final Counter failures;
    private final Metrics metrics;

    RequestMetrics(Metrics metrics) {
        this.metrics = metrics;
        this.took = metrics.histogram(
                "http_request",
                "Requests to the internal API, until the answer was out",
                BOUNDS,
                "method",
                "route",
                "status");
        this.failures = metrics.counter(
                "http_failures",
                "Requests whose answer is a bug's: 500 with a reference that the log has too",
                "route");
        this.underWay = metrics.gauge("http_requests_under_way", "Requests to the internal API without an answer yet");
    }

    /** Shows that number from now on. */
    void watch(IntSupplier requestsUnderWay) {
        metrics.beforeEachLook(() -> {
            underWay.set(requestsUnderWay.getAsInt());
            return CompletableFuture.completedStage("");
        });
    }

    /**
     * One has ended.
     *
     * @param route the path of its endpoint, as that has it
     * @param status 0: it had no answer
     * @param failed whether it was answered with a reference
     */
    void ended(String method, String route, int status, boolean failed, Duration time) {
        failures.add(failed ? 1 : 0, route); // 0 shows a route before its first failure
        took.observe(
                time,
                METHODS.contains(method) ? method : "other",
                route,
                status == 0 ? "none" : Integer.toString(status));
    }
}
