package app.moddy.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The same figure of several rounds: its median, and how far the rounds lie apart. */
record Sample(List<Double> sorted) {
    Sample {
        sorted = sorted.stream().sorted().toList();
    }

    static Sample of(double only) {
        return new Sample(List.of(only));
    }

    static <T> Sample of(List<T> rounds, ToDoubleFunction<T> figure) {
        return new Sample(rounds.stream().map(figure::applyAsDouble).toList());
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and in parentheses the least and the most. */
    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(figure(median()), figure(sorted.get(0)), figure(sorted.get(sorted.size() - 1)));
    }

    static String figure(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Whether the goal is met by the median. */
    String atLeast(double goal) {
        return "≥ " + figure(goal) + (median() >= goal ? " met" : " MISSED");
    }

    /** Whether the goal is met by the median. */
    String atMost(double goal) {
        return "≤ " + figure(goal) + (median() <= goal ? " met" : " MISSED");
    }
}
