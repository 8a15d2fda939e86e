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
import java.util.function.Consumer;

/** Every request that went out to Discord, each checked against the store as it goes: only who holds the lease may send. */
final class WireLog implements SimulatedWire {
    private final Simulation simulation;
    private final Ledger ledger;
    private final boolean two;
    private final Consumer<String> opens;
    private final BiConsumer<VirtualProcess, Kind> mischief;
    private final Map<VirtualProcess, String> runs = new HashMap<>();
    private final Map<VirtualProcess, List<Long>> requests = new LinkedHashMap<>();
    private final Map<VirtualProcess, List<Long>> openings = new LinkedHashMap<>();

    /**
     * A log with nothing in it.
     *
     * @param two whether another process may do what the sending one has not heard of
     * @param opens hears whose DM is being opened
     * @param mischief hears of every request: troubles like to come at the worst moment
     */
    WireLog(
            Simulation simulation,
            Ledger ledger,
            boolean two,
            Consumer<String> opens,
            BiConsumer<VirtualProcess, Kind> mischief) {
        this.two = two;
        this.opens = opens;
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
        if (kind == Kind.OPEN) {
            opens.accept(subject);
        }
        requests.computeIfAbsent(process, none -> new ArrayList<>())
                .add(simulation.time().nanos());
        if (kind == Kind.POST || kind == Kind.MENTION) {
            long id = Long.parseLong(subject);
            Optional<String> owner = ledger.leaseOwner(id);
            boolean isOurs = owner.equals(Optional.ofNullable(runs.get(process)));
            boolean mayNotHaveHeard = two && ledger.isErased(id); // by the other
            if (!isOurs && !mayNotHaveHeard) {
                simulation.violated(
                        "%s sends %s (%s) without its lease, which is of %s", process, subject, kind, owner);
            }
        }
    }
}
