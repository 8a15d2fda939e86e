package app.moddy.dist.proof;

import java.util.List;

/**
 * How long answers took.
 *
 * @param millis sorted
 */
record Latencies(List<Long> millis) {
    Latencies {
        millis = millis.stream().sorted().toList();
    }

    long longest() {
        return millis.isEmpty() ? 0 : millis.get(millis.size() - 1);
    }

    private long percentile(int percent) {
        return millis.get(millis.size() * percent / 100);
    }

    @Override
    public String toString() {
        return millis.isEmpty()
                ? "no requests"
                : millis.size() + " requests answered: median " + percentile(50) + " ms, 99 % " + percentile(99)
                        + " ms, longest " + longest() + " ms";
    }
}
