package app.moddy.notifications.simulation;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.SimulatedMessenger;
import app.moddy.bot.instance.Instances;
import app.moddy.bot.instance.SimulatedInstances;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.user.KeptLanguages;
import app.moddy.notifications.delivery.OneRun;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One process of the bot, from its start to its end. For one thread. */
final class SimulatedBot {
    private final Setting setting;
    private final VirtualProcess process;
    private final SimulatedStore store;
    private final OneRun run;
    private final @Nullable Instances instances;
    private boolean leaving;

    /**
     * One that begins.
     *
     * @param machine where it is
     * @param alone whether no other process of the bot is there
     */
    SimulatedBot(Setting setting, String name, MachineClock machine, boolean alone) {
        this.setting = setting;
        this.process = new VirtualProcess(setting.simulation(), name, machine);
        this.store = new SimulatedStore(
                setting.simulation(), process, setting.ground().folder(), setting.disk());
        this.instances = setting.two() ? SimulatedInstances.of(setting.simulation(), process, store.asServer()) : null;
        this.run = new OneRun(
                setting.ground().templates(),
                setting.settings(),
                store,
                messenger(),
                KeptLanguages.in(store),
                process,
                process.clock(),
                setting.simulation().dice(),
                setting.staff(),
                instances == null ? OneRun.alone(setting.simulation().dice()) : instances);
        setting.wire().isRun(process, run.id());
        store.watch(Ledger.watchOf(run.id()));
        setting.simulation().note("%s starts%s", name, alone ? "" : " beside another");
        if (alone || setting.two()) {
            run.startAlone();
        } else {
            run.startBeside();
        }
    }

    private Messenger messenger() {
        return instances == null
                ? SimulatedMessenger.begin(setting.simulation(), setting.discord(), process, store, setting.wire())
                : SimulatedMessenger.beginAmong(
                        instances, setting.simulation(), setting.discord(), process, store, setting.wire());
    }

    /** Whether it is told what became of each of its commits. */
    boolean hearsOfAllCommits() {
        return instances == null;
    }

    VirtualProcess process() {
        return process;
    }

    OneRun run() {
        return run;
    }

    /** Whether it takes requests. */
    boolean takesRequests() {
        return process.isAlive() && !leaving;
    }

    boolean isStalled() {
        return process.isAlive() && process.isStalled();
    }

    void crash() {
        if (process.isAlive()) {
            setting.simulation().note("%s is killed", process);
            process.kill();
            store.crash();
        }
    }

    /** It does not reach the database for a while. */
    void cutOff(Duration time) {
        setting.simulation().note("%s is cut off from the database for %s", process, time);
        store.cut(true);
        setting.simulation().time().after(time, () -> store.cut(false));
    }

    /** SIGTERM: who waits has an answer, and some seconds later it has ended. */
    void leave() {
        setting.simulation().note("%s leaves", process);
        leaving = true;
        process.execute(run::leave);
        setting.simulation()
                .time()
                .after(setting.simulation().dice().between(Duration.ofMillis(500), Duration.ofSeconds(5)), this::end);
    }

    private void end() {
        if (process.isAlive()) {
            if (instances != null) {
                run.giveBack();
                instances.close();
            }
            store.close();
            process.kill();
            setting.simulation().note("%s has ended", process);
        }
    }
}
