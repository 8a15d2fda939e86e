package app.moddy.bot.instance;

import app.moddy.bot.metrics.Gauge;
import app.moddy.bot.metrics.Metrics;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;

/** What is measured of this instance among the others. */
final class InstanceMetrics {
    private static final double MILLIS = 1_000;

    @Inject
    InstanceMetrics(Metrics metrics, Instances instances) {
        Gauge skew = metrics.gauge(
                "clock_skew_seconds",
                "How far this machine's clock is ahead of the database server's; NaN where there is no server");
        metrics.beforeEachLook(() -> {
            skew.set(instances
                    .skew()
                    .map(last -> last.ahead().toMillis() / MILLIS)
                    .orElse(Double.NaN));
            return CompletableFuture.completedStage("");
        });
    }
}
