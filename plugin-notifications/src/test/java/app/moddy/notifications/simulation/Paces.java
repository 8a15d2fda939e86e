package app.moddy.notifications.simulation;

import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import java.util.List;

/**
 * That no process of the bot went faster than Discord allows, and two did not together, as long as each knew of the other; a new
 * process begins with a full measure.
 */
final class Paces {
    private static final long SECOND = 1_000_000_000;
    private static final int REQUESTS = 50;
    private static final int TOGETHER = 52;
    private static final int OPENINGS = 5;

    /** A measure fills a little while one of it is taken by a delivery that finds the DM open, and gives it back. */
    private static final int GIVEN_BACK = 1;

    private static final long THREADS = SECOND / 100;

    private final Setting setting;
    private final Simulation simulation;

    Paces(Setting setting) {
        this.setting = setting;
        this.simulation = setting.simulation();
    }

    void check() {
        setting.wire().requests().forEach(this::requests);
        setting.wire().openings().forEach(this::openings);
        if (setting.two() && !setting.disk().hasLost()) { // an answer to a heartbeat, just when another one comes
            together();
        }
    }

    /** Those of all processes, whichever were there. */
    private void together() {
        long[] times = setting.wire().requests().values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        for (int i = TOGETHER; i < times.length; i++) {
            if (times[i] - times[i - TOGETHER] < SECOND) {
                simulation.violated("all made over %d requests in a second at %s", TOGETHER, times[i] / 1e9);
            }
        }
    }

    private void requests(VirtualProcess process, List<Long> times) {
        for (int i = REQUESTS; i < times.size(); i++) {
            if (times.get(i) - times.get(i - REQUESTS) < SECOND) {
                simulation.violated(
                        "%s made over %d requests in a second at %s", process, REQUESTS, times.get(i) / 1e9);
            }
        }
    }

    /** The right to open one is had before the commit that it is for: a slow one, or a standstill, lets some come late. */
    private void openings(VirtualProcess process, List<Long> times) {
        long late = setting.disk().slowestEver().toNanos() + THREADS;
        for (int i = 0; i < times.size(); i++) {
            for (int j = i + OPENINGS; j < times.size(); j++) {
                long begin = times.get(i) - late;
                double seconds = (times.get(j) - begin) / (double) SECOND;
                long measures =
                        (process.hasStalled() ? 2 : 1) + process.machine().forwardBetween(begin, times.get(j));
                if (j - i + 1 > OPENINGS * measures + seconds + GIVEN_BACK) {
                    simulation.violated("%s had %d DMs opened in %s s", process, j - i + 1, seconds);
                }
            }
        }
    }
}
