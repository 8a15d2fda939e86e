package app.moddy.notifications.simulation;

import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import java.util.List;

/** That no process of the bot went faster than Discord allows; a new process begins with a full measure. */
final class Paces {
    private static final long SECOND = 1_000_000_000;
    private static final int REQUESTS = 50;

    private final Setting setting;
    private final Simulation simulation;

    Paces(Setting setting) {
        this.setting = setting;
        this.simulation = setting.simulation();
    }

    void check() {
        setting.wire().requests().forEach(this::requests);
        setting.wire().openings().forEach(this::openings);
    }

    private void requests(VirtualProcess process, List<Long> times) {
        for (int i = REQUESTS; i < times.size(); i++) {
            if (times.get(i) - times.get(i - REQUESTS) < SECOND) {
                simulation.violated("%s made over %d requests in a second at %s", process, REQUESTS, times.get(i) / 1e9);
            }
        }
    }

    private void openings(VirtualProcess process, List<Long> times) {
        for (int i = 0; i < times.size(); i++) {
            for (int j = i + 6; j < times.size(); j++) {
                double seconds = (times.get(j) - times.get(i)) / 1e9;
                if (j - i + 1 > 5 + seconds + 1) {
                    simulation.violated("%s had %d DMs opened in %s s", process, j - i + 1, seconds);
                }
            }
        }
    }
}
