package app.moddy.bot.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Makes what {@code GET /internal/metrics} shows. A plugin has one of its own, whose metrics are named {@code
 * moddy_<plugin>_<name>}, with {@code _} for {@code -}; make each of them once, in a constructor. Thread-safe.
 *
 * <p>Names of metrics and labels are {@code [a-z][a-z0-9_]{0,49}}; of metrics without the endings that Prometheus adds by itself:
 * {@code total}, {@code created}, {@code bucket}, {@code info}, {@code sum}, {@code count}, {@code max}. A label has few values,
 * known beforehand: never a user, an id or a text from outside.
 * Of one metric 1,000 combinations of values are kept; all further ones are counted with {@code other} for each value, after one
 * WARN.
 */
public interface Metrics {
    /**
     * How often something has happened since the start: {@code …_total}.
     *
     * @param help what it is, for who reads the metrics
     * @param labels the names of its labels
     * @throws IllegalArgumentException for a name that is not as described, or is taken
     */
    Counter counter(String name, String help, String... labels);

    /**
     * How something is now.
     *
     * @param name with its unit at the end where it has one, such as {@code lag_seconds}
     * @throws IllegalArgumentException likewise
     */
    Gauge gauge(String name, String help, String... labels);

    /**
     * How long something takes: {@code …_seconds}, with how many took no longer than each of the bounds.
     *
     * @throws IllegalArgumentException likewise
     */
    Histogram histogram(String name, String help, List<Duration> bounds, String... labels);

    /**
     * Has gauges set just before somebody looks. Who fails or takes over a second is left with what it set before, after one
     * WARN. A plugin's runs on its own threads.
     *
     * @param update sets them; its stage completes when that is done
     */
    void beforeEachLook(Supplier<? extends CompletionStage<?>> update);
}
