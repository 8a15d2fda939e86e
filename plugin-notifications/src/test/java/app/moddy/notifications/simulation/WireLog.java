package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedWire;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every request that went out to Discord, each checked against the store as it goes: only who holds the lease may send. */
final class WireLog implements SimulatedWire {
    private final Simulation simulation;
    private final Ledger ledger;
    private final Map<VirtualProcess, String> runs = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    /** @param nanos the true time */
    record Request(VirtualProcess process, Kind kind, boolean repeat, long nanos) {}

    WireLog(Simulation simulation, Ledger ledger) {
        this.simulation = simulation;
        this.ledger = ledger;
    }

    void isRun(VirtualProcess process, String run) {
        runs.put(process, run);
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void goesOut(VirtualProcess process, Kind kind, String subject, boolean repeat) {
        requests.add(new Request(process, kind, repeat, simulation.time().nanos()));
        if (kind == Kind.POST || kind == Kind.MENTION) {
            Optional<String> owner = ledger.leaseOwner(Long.parseLong(subject));
            if (!owner.equals(Optional.ofNullable(runs.get(process)))) {
                simulation.violated("%s sends %s (%s) without its lease, which is of %s", process, subject, kind, owner);
            }
        }
    }
}
