package app.moddy.bot.simulation;

import app.moddy.bot.time.SteadyClock;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of the bot: its timer and its clock. It may end at any moment, and what it was about to do is never done; or its
 * machine may stand still for a while, and it goes on later as if nothing had happened.
 */
public final class VirtualProcess implements Timer {
    private static final Duration THREAD = Duration.ofNanos(50_000);
    private static final Duration LATE = Duration.ofMillis(2);

    private final Simulation simulation;
    private final String name;
    private final MachineClock machine;
    private final Clock clock;
    private final Clock durations;
    private final List<Runnable> held = new ArrayList<>();
    private boolean dead;
    private boolean stalled;
    private boolean everStalled;

    /** One that begins now. */
    public VirtualProcess(Simulation simulation, String name, MachineClock machine) {
        this.simulation = simulation;
        this.name = name;
        this.machine = machine;
        this.clock = new SteadyClock(machine, simulation.time()::nanos);
        this.durations = SteadyClock.forDurations(machine, simulation.time()::nanos);
    }

    /** What its machine's clock shows. */
    public MachineClock machine() {
        return machine;
    }

    /** The time as the process knows it. */
    public Clock clock() {
        return clock;
    }

    /** What it measures how long something takes by. */
    public Clock durations() {
        return durations;
    }

    @Override
    public void execute(Runnable task) {
        in(Duration.ofNanos(simulation.dice().nextLong(THREAD.toNanos())), task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        in(delay.plusNanos(simulation.dice().nextLong(LATE.toNanos())), task);
    }

    /** Something comes to it from outside after exactly this long. */
    public void in(Duration delay, Runnable task) {
        simulation.time().after(delay, () -> run(task));
    }

    private void run(Runnable task) {
        if (dead) {
            return;
        }
        if (stalled) {
            held.add(task);
            return;
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            simulation.violated("%s: a task failed: %s %s", name, e, List.of(e.getStackTrace()));
        }
    }

    /** It ends now. */
    public void kill() {
        dead = true;
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return !dead;
    }

    /** Its machine stands still for this long. */
    public void stall(Duration time) {
        stalled = true;
        everStalled = true;
        simulation.time().after(time, this::wake);
    }

    /** Whether its machine has ever stood still. */
    public boolean hasStalled() {
        return everStalled;
    }

    /** Whether its machine stands still now. */
    public boolean isStalled() {
        return stalled;
    }

    /** Its machine goes on. */
    public void wake() {
        if (!stalled) {
            return;
        }
        stalled = false;
        simulation.note("%s wakes", name);
        for (int i = 0; i < held.size(); i++) {
            in(Duration.ofNanos(i), held.get(i));
        }
        held.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
