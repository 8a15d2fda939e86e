package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.store.Store;
import java.time.Duration;

/** The real messenger on the simulated Discord. */
public final class SimulatedMessenger {
    private SimulatedMessenger() {}

    /**
     * The one of this process, begun.
     *
     * @param wire sees what goes out
     */
    public static Messenger begin(
            Simulation simulation, SimulatedDiscord discord, VirtualProcess process, Store store, SimulatedWire wire) {
        PacedMessenger messenger = over(calls(simulation, discord, process, wire), process, store);
        messenger.start();
        return messenger;
    }

    /**
     * The one of this process, which begins once it has joined the others, and shares the pace with them.
     *
     * @param wire sees what goes out
     */
    public static Messenger beginAmong(
            Instances others,
            Simulation simulation,
            SimulatedDiscord discord,
            VirtualProcess process,
            Store store,
            SimulatedWire wire) {
        SimulatedCalls calls = calls(simulation, discord, process, wire);
        calls.share(others);
        PacedMessenger messenger = over(calls, process, store);
        messenger.share(others, store);
        var unused = others.start().thenCompose(joined -> messenger.start());
        return messenger;
    }

    private static SimulatedCalls calls(
            Simulation simulation, SimulatedDiscord discord, VirtualProcess process, SimulatedWire wire) {
        Duration login = simulation.dice().scaled(Duration.ofMillis(100), Duration.ofSeconds(20));
        return new SimulatedCalls(simulation, discord, process, wire, login);
    }

    private static PacedMessenger over(SimulatedCalls calls, VirtualProcess process, Store store) {
        return PacedMessenger.over(
                calls,
                process.clock(),
                process,
                store,
                new PaceSettings(45, 1),
                Timing.DEFAULT.sendLimit(),
                text -> {});
    }
}
