package app.moddy.bot.instance;

import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.store.Store;

/** The real instances, in a simulation. */
public final class SimulatedInstances {
    private SimulatedInstances() {}

    /** That of this process, which has not joined the others yet. */
    public static Instances of(Simulation simulation, VirtualProcess process, Store store) {
        String id = Long.toHexString(simulation.dice().nextLong());
        return new Instances(id, true, store, store, process, process, process.durations(), process.clock(), () -> {});
    }
}
