package app.moddy.bot.metrics;

/** Counts what happens. Thread-safe. */
@FunctionalInterface
public interface Counter {
    /**
     * So many times more.
     *
     * @param times 0 shows a combination of labels before it has happened once, so that its first time is seen as a change
     * @param labels the labels' values, in the order of their names
     * @throws IllegalArgumentException when there are more or fewer values than names, or {@code times} is negative
     */
    void add(long times, String... labels);

    /** Once more. */
    default void increment(String... labels) {
        add(1, labels);
    }
}
