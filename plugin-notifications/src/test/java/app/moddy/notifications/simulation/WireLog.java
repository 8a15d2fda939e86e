package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedWire;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every request that went out to Discord, each checked against the store as it goes: only who holds the lease may send. */
final class WireLog implements SimulatedWire {
    private final Simulation simulation;
    private final Ledger ledger;
    private final BiConsumer<VirtualProcess, Kind> mischief;
    private final Map<VirtualProcess, String> runs = new HashMap<>();
    private final Map<VirtualProcess, List<Long>> requests = new LinkedHashMap<>();
    private final Map<VirtualProcess, List<Long>> openings = new LinkedHashMap<>();

    /** @param mischief hears of every request: troubles like to come at the worst moment */
    WireLog(Simulation simulation, Ledger ledger, BiConsumer<VirtualProcess, Kind> mischief) {
        this.mischief = mischief;
        this.simulation = simulation;
        this.ledger = ledger;
    }

    void isRun(VirtualProcess process, String run) {
        runs.put(process, run);
    }

    /** The true times of each process's requests. */
    Map<VirtualProcess, List<Long>> requests() {
        return requests;
    }

    /** When each process had JDA open a DM. */
    Map<VirtualProcess, List<Long>> openings() {
        return openings;
    }

    @Override
    public void asks(VirtualProcess process, Kind kind) {
        if (kind == Kind.OPEN) {
            openings.computeIfAbsent(process, none -> new ArrayList<>())
                    .add(simulation.time().nanos());
        }
    }

    @Override
    public void goesOut(VirtualProcess process, Kind kind, String subject) {
        mischief.accept(process, kind);
        requests.computeIfAbsent(process, none -> new ArrayList<>())
                .add(simulation.time().nanos());
        if (kind == Kind.POST || kind == Kind.MENTION) {
            Optional<String> owner = ledger.leaseOwner(Long.parseLong(subject));
            if (!owner.equals(Optional.ofNullable(runs.get(process)))) {
                simulation.violated(
                        "%s sends %s (%s) without its lease, which is of %s", process, subject, kind, owner);
            }
        }
    }
}
