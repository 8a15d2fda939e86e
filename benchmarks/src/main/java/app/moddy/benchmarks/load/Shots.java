package app.moddy.benchmarks.load;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of a load's requests. Filled by one thread, read afterwards. */
public final class Shots {
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private long[] nanos = new long[1024];
    private int timely;
    private int answered;
    private int broken;
    private double seconds;

    /** @param inTime whether its answer came before the end of the time that is measured */
    void answered(int status, long took, boolean inTime) {
        byStatus.merge(status, 1, Integer::sum);
        answered++;
        if (inTime) {
            if (timely == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * timely);
            }
            nanos[timely++] = took;
        }
    }

    void broken() {
        broken++;
    }

    void end(long tookNanos) {
        seconds = tookNanos / 1e9;
        nanos = Arrays.copyOf(nanos, timely);
        Arrays.sort(nanos);
    }

    /** All that were answered, also those whose answer came after the time. */
    public int answered() {
        return answered;
    }

    /** Those with this status. */
    public int with(int status) {
        return byStatus.getOrDefault(status, 0);
    }

    /** Those without an answer: the connection broke, or the client's time was over. */
    public int unanswered() {
        return broken;
    }

    /** Answers a second. */
    public double perSecond() {
        return timely / seconds;
    }

    /** How long so many percent of the answers took at most, in milliseconds; 0 when there are none. */
    public double millis(double percent) {
        return timely == 0 ? 0 : nanos[Math.min(timely - 1, (int) (timely * percent / 100))] / 1e6;
    }

    /** Fails unless all were answered with one of these. */
    public Shots expect(int... statuses) {
        int expected = Arrays.stream(statuses).map(this::with).sum();
        if (broken > 0 || expected != answered) {
            throw new IllegalStateException("expected " + Arrays.toString(statuses) + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return byStatus + " by status, " + broken + " without an answer";
    }
}
