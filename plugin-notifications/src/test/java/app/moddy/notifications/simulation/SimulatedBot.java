package app.moddy.notifications.simulation;

import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.SimulatedMessenger;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.user.KeptLanguages;
import app.moddy.notifications.delivery.OneRun;
import java.time.Duration;

/** One process of the bot, from its start to its end. For one thread. */
final class SimulatedBot {
    private final Setting setting;
    private final VirtualProcess process;
    private final SimulatedStore store;
    private final OneRun run;
    private boolean leaving;

    /** @param alone whether no other process of the bot is there */
    SimulatedBot(Setting setting, String name, boolean alone) {
        this.setting = setting;
        this.process = new VirtualProcess(setting.simulation(), name, setting.machine());
        this.store = new SimulatedStore(
                setting.simulation(), process, setting.ground().folder(), setting.disk());
        Messenger messenger =
                SimulatedMessenger.begin(setting.simulation(), setting.discord(), process, store, setting.wire());
        this.run = new OneRun(
                setting.ground().templates(),
                setting.settings(),
                store,
                messenger,
                KeptLanguages.in(store),
                process,
                process.clock(),
                setting.simulation().dice(),
                setting.staff());
        setting.wire().isRun(process, run.id());
        store.watch(Ledger.watchOf(run.id()));
        setting.simulation().note("%s starts%s", name, alone ? "" : " beside another");
        if (alone) {
            run.startAlone();
        } else {
            run.startBeside();
        }
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
            store.close();
            process.kill();
            setting.simulation().note("%s has ended", process);
        }
    }
}
