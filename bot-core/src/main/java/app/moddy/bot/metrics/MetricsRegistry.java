package app.moddy.bot.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** All metrics of the bot. Core only: a plugin has its {@link Metrics}. Thread-safe. */
@Singleton
public final class MetricsRegistry implements AutoCloseable {
    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final List<Update> updates = new CopyOnWriteArrayList<>();
    private final JvmMetrics jvm = new JvmMetrics();
    private final Metrics core = new NamedMetrics(this, "core", "moddy_", Runnable::run);

    /** Without any metric yet. */
    @Inject
    public MetricsRegistry() {}

    /** Core's own, named {@code moddy_<name>}. */
    public Metrics core() {
        return core;
    }

    /** What never changes, as a label of core's {@code moddy_<name>_info}, which is 1. */
    public void info(String name, String help, String label, String value) {
        InfoSnapshot info = InfoSnapshot.builder()
                .name(taken("moddy_" + name))
                .help(help)
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(Labels.of(label, value))
                        .build())
                .build();
        prometheus.getPrometheusRegistry().register(() -> info);
    }

    /**
     * Those of a plugin.
     *
     * @param threads the plugin's, for what is measured only when somebody looks
     */
    public Metrics of(String plugin, Executor threads) {
        return new NamedMetrics(this, "plugin " + plugin, "moddy_" + plugin.replace('-', '_') + "_", threads);
    }

    /** All of them now, in Prometheus' text format 0.0.4. Takes at most a little over a second; never fails. */
    public CompletionStage<String> text() {
        jvm.bindOnce(prometheus);
        CompletableFuture<?>[] all = updates.stream()
                .map(update -> update.now().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all).thenApply(done -> prometheus.scrape());
    }

    Counter counter(String name, String help, List<String> labels) {
        Family<io.micrometer.core.instrument.Counter> family = new Family<>(
                taken(name),
                labels,
                tags -> io.micrometer.core.instrument.Counter.builder(name)
                        .description(help)
                        .tags(tags)
                        .register(prometheus));
        return (times, values) -> family.of(values).increment(notNegative(times));
    }

    Gauge gauge(String name, String help, List<String> labels) {
        Family<AtomicReference<Double>> family = new Family<>(taken(name), labels, tags -> {
            AtomicReference<Double> value = new AtomicReference<>(Double.NaN);
            io.micrometer.core.instrument.Gauge.builder(name, value::get)
                    .description(help)
                    .tags(tags)
                    .strongReference(true)
                    .register(prometheus);
            return value;
        });
        return (value, values) -> family.of(values).set(value);
    }

    Histogram histogram(String name, String help, List<Duration> bounds, List<String> labels) {
        Family<Timer> family = new Family<>(
                taken(name),
                labels,
                tags -> Timer.builder(name)
                        .description(help)
                        .tags(tags)
                        .serviceLevelObjectives(bounds.toArray(new Duration[0]))
                        .register(prometheus));
        return (took, values) -> family.of(values).record(took.isNegative() ? Duration.ZERO : took);
    }

    void add(Update update) {
        updates.add(update);
    }

    private static double notNegative(long times) {
        if (times < 0) {
            throw new IllegalArgumentException("a counter counts up: " + times);
        }
        return (double) times;
    }

    private String taken(String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("there is a metric " + name + " already");
        }
        return name;
    }

    /** Lets go of what listens to the JVM. Idempotent. */
    @Override
    public void close() {
        jvm.close();
    }
}
