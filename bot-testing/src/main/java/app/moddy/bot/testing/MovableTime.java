package app.moddy.bot.testing;

import app.moddy.bot.time.Timer;
import com.google.inject.AbstractModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The bot's clock and timer, which a test moves on: what is due by then runs. A replacement for {@code RunningBot}, also for
 * several of them, one after another. Thread-safe.
 */
public final class MovableTime extends AbstractModule implements AutoCloseable {
    /** What is added so as not to come too early. While time stands it is no time at all. */
    private static final Duration A_MOMENT = Duration.ofMillis(2);

    private record Task(Instant due, long number, Runnable work) {}

    private final boolean flows;
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final PriorityQueue<Task> waiting =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private final ExecutorService threads = Executors.newFixedThreadPool(3, MovableTime::daemon);
    private Duration moved = Duration.ZERO;
    private long number;
    private int running;
    private boolean closed;

    private MovableTime(boolean flows) {
        this.flows = flows;
        daemon(this::runWhatIsDue).start();
    }

    /** It flows as usual, between the test's moves. */
    public static MovableTime flowing() {
        return new MovableTime(true);
    }

    /**
     * It stands still but for the test's moves: what happens meanwhile has waited for nothing. The pace stands still with it:
     * five new users can be written to.
     */
    public static MovableTime standing() {
        return new MovableTime(false);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "movable-time");
        thread.setDaemon(true);
        return thread;
    }

    /** What the bot takes for the time. */
    public synchronized Instant now() {
        return flows ? start.plusNanos(System.nanoTime() - startNanos).plus(moved) : start.plus(moved);
    }

    /** Moves it on: what is due by then begins. */
    public synchronized void advance(Duration by) {
        moved = moved.plus(by);
        notifyAll();
    }

    /** Returns once nothing runs and nothing is due. */
    public synchronized void settle() throws InterruptedException {
        while (running > 0 || untilDue() <= 0) {
            wait(10);
        }
    }

    private synchronized long untilDue() {
        Task first = waiting.peek();
        return first == null
                ? Long.MAX_VALUE
                : Duration.between(now(), first.due()).toNanos();
    }

    private synchronized void runWhatIsDue() {
        try {
            while (!closed) {
                long nanos = untilDue();
                if (nanos <= 0) {
                    submit(waiting.remove().work());
                } else if (flows && !waiting.isEmpty()) {
                    TimeUnit.NANOSECONDS.timedWait(this, nanos);
                } else {
                    wait();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void submit(Runnable work) {
        if (closed) {
            return;
        }
        running++;
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                ended();
            }
        });
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }

    private synchronized void later(Duration delay, Runnable work) {
        boolean atOnce = !flows && delay.compareTo(A_MOMENT) <= 0;
        waiting.add(new Task(atOnce ? now() : now().plus(delay), number++, work));
        notifyAll();
    }

    @Override
    protected void configure() {
        bind(Timer.class).toInstance(new Timer() {
            @Override
            public void execute(Runnable task) {
                submit(task);
            }

            @Override
            public void after(Duration delay, Runnable task) {
                later(delay, task);
            }
        });
        bind(Clock.class).toInstance(new Clock() {
            @Override
            public Instant instant() {
                return now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("this clock has one zone");
            }
        });
    }

    /** Begins nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        threads.shutdown();
    }
}
