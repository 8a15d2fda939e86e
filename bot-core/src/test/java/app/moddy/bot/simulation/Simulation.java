package app.moddy.bot.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run: its time, its chance, what happened, and what went wrong first. For one thread. */
public final class Simulation {
    private static final double NANOS = 1e9;

    private final Dice dice;
    private final VirtualTime time;
    private final int traced;
    private final Deque<String> trace = new ArrayDeque<>();
    private @Nullable String violation;

    /**
     * One that has not begun.
     *
     * @param traced how many of the last notes it keeps; any cost time
     */
    public Simulation(long seed, int traced) {
        this.dice = new Dice(seed);
        this.time = new VirtualTime(dice);
        this.traced = traced;
    }

    /** Its chance. */
    public Dice dice() {
        return dice;
    }

    /** Its time. */
    public VirtualTime time() {
        return time;
    }

    /** Something happened that helps to understand a run. */
    public void note(String format, @Nullable Object... arguments) {
        if (traced > 0) {
            trace.add(String.format(Locale.ROOT, "%12.6f  ", time.nanos() / NANOS)
                    + String.format(Locale.ROOT, format, arguments));
            if (trace.size() > traced) {
                trace.remove();
            }
        }
    }

    /** What must never happen has happened: the run ends. */
    public void violated(String format, @Nullable Object... arguments) {
        if (violation == null) {
            violation = String.format(Locale.ROOT, format, arguments);
            note("VIOLATED: %s", violation);
        }
    }

    /** What went wrong; null: nothing. */
    public @Nullable String violation() {
        return violation;
    }

    /** What happened last, line by line. */
    public String trace() {
        return String.join("\n", trace);
    }

    /** Goes on until it is done, something is violated, or this much time has passed; false: it is not done. */
    public boolean runUntil(BooleanSupplier done, Duration atMost) {
        long end = time.nanos() + atMost.toNanos();
        while (violation == null && !done.getAsBoolean()) {
            if (!time.step() || time.nanos() > end) {
                return done.getAsBoolean();
            }
        }
        return violation == null;
    }
}
