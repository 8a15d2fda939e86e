package app.moddy.bot.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The metrics of core, or of one plugin. */
final class NamedMetrics implements Metrics {
    /** Prometheus' own: it takes some of them away, and adds others itself. */
    private static final List<String> ENDINGS = List.of("total", "created", "bucket", "info", "sum", "count", "max");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    private final MetricsRegistry registry;
    private final String whose;
    private final String prefix;
    private final Executor threads;

    NamedMetrics(MetricsRegistry registry, String whose, String prefix, Executor threads) {
        this.registry = registry;
        this.whose = whose;
        this.prefix = prefix;
        this.threads = threads;
    }

    @Override
    public Counter counter(String name, String help, String... labels) {
        return registry.counter(full(name), help, checked(labels));
    }

    @Override
    public Gauge gauge(String name, String help, String... labels) {
        return registry.gauge(full(name), help, checked(labels));
    }

    @Override
    public Histogram histogram(String name, String help, List<Duration> bounds, String... labels) {
        return registry.histogram(full(name), help, bounds, checked(labels));
    }

    @Override
    public void beforeEachLook(Supplier<? extends CompletionStage<?>> update) {
        registry.add(new Update(whose, update, threads));
    }

    private String full(String name) {
        String ending = named(name).substring(name.lastIndexOf('_') + 1);
        if (ENDINGS.contains(ending)) {
            throw new IllegalArgumentException("a metric can not be named '" + name + "': the ending " + ending
                    + " belongs to Prometheus, which adds it where it fits; leave it out");
        }
        return prefix + name;
    }

    private static List<String> checked(String... labels) {
        return List.of(labels).stream().map(NamedMetrics::named).toList();
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches() || name.equals("le")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a metric or a label: it must match " + NAME + " and not be 'le'");
        }
        return name;
    }
}
