package app.moddy.bot.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** The true time of a simulation: it stands still until the next event, and is that event's time then. For one thread. */
public final class VirtualTime {
    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Dice dice;
    private long nanos;
    private long eventsMade;

    private record Event(long at, int tie, long number, Runnable task) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            int byTie = byTime != 0 ? byTime : Integer.compare(tie, other.tie);
            return byTie != 0 ? byTie : Long.compare(number, other.number);
        }
    }

    VirtualTime(Dice dice) {
        this.dice = dice;
    }

    /** Nanoseconds since the beginning; never goes back. */
    public long nanos() {
        return nanos;
    }

    /** What a clock shows that is right. */
    public Instant instant() {
        return BEGIN.plusNanos(nanos);
    }

    /** Something happens after this long; of what happens at the same time, the dice say what is first. */
    public void after(Duration delay, Runnable task) {
        events.add(new Event(nanos + Math.max(0, delay.toNanos()), dice.nextInt(), eventsMade++, task));
    }

    /** Goes on to the next event; false when there is none. */
    boolean step() {
        Event event = events.poll();
        if (event == null) {
            return false;
        }
        nanos = event.at();
        event.task().run();
        return true;
    }
}
