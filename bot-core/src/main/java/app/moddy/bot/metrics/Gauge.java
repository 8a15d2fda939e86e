package app.moddy.bot.metrics;

/** Shows how something is. Thread-safe. */
@FunctionalInterface
public interface Gauge {
    /**
     * That is how it is from now on.
     *
     * @param value {@link Double#NaN} when nobody knows
     * @param labels the labels' values, in the order of their names
     * @throws IllegalArgumentException when there are more or fewer values than names
     */
    void set(double value, String... labels);
}
