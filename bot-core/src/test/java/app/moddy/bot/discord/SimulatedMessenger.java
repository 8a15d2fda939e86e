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
        PacedMessenger messenger = over(simulation, discord, process, store, wire);
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
        PacedMessenger messenger = over(simulation, discord, process, store, wire);
        messenger.share(others, store);
        var unused = others.start().thenCompose(joined -> messenger.start());
        return messenger;
    }

    private static PacedMessenger over(
            Simulation simulation, SimulatedDiscord discord, VirtualProcess process, Store store, SimulatedWire wire) {
        Duration login = simulation.dice().scaled(Duration.ofMillis(100), Duration.ofSeconds(20));
        return PacedMessenger.over(
                new SimulatedCalls(simulation, discord, process, wire, login),
                process.clock(),
                process,
                store,
                new PaceSettings(45, 1),
                Timing.DEFAULT.sendLimit(),
                text -> {});
    }
}
