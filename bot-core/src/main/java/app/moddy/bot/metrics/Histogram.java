package app.moddy.bot.metrics;

import java.time.Duration;

/** Collects how long something takes. Thread-safe. */
@FunctionalInterface
public interface Histogram {
    /**
     * It took so long once.
     *
     * @param took a negative one counts as zero
     * @param labels the labels' values, in the order of their names
     * @throws IllegalArgumentException when there are more or fewer values than names
     */
    void observe(Duration took, String... labels);
}
