package app.moddy.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.notifications.delivery.BuiltInTemplates;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is lost and nothing comes twice, whatever happens. {@code -Dmoddy.seeds=N} runs more schedules than the usual
 * 1,000; {@code -Dmoddy.seed=S} runs that one alone, and prints all that happens in it.
 */
@Timeout(1_800)
@Execution(ExecutionMode.CONCURRENT)
class SimulationTest {
    private static final int PARTS = 2;
    private static final int ENOUGH = 400;

    /** Two cost more, for their heartbeats: so many fewer are run. */
    private static final int PER_TWO = 20;

    private static final long SEEDS = Long.getLong("moddy.seeds", 1_000);
    private static final @Nullable Long ONLY = Long.getLong("moddy.seed");

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsLostAndNothingComesTwiceInAnySchedule(int part, @TempDir Path folder) throws SQLException {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Ground ground = Ground.in(folder, BuiltInTemplates.load())) {
            if (ONLY != null) {
                runOnly(ground, part == 0, false);
                return;
            }
            for (long seed = 1L + part; seed <= SEEDS; seed += PARTS) {
                run(ground, seed, false, outcomes);
            }
        }
        if (SEEDS >= PARTS * ENOUGH) {
            assertThat(outcomes)
                    .as("all ends come up, else the simulation shows little")
                    .containsKeys(
                            "delivered",
                            "user_not_found",
                            "dm_closed",
                            "fallback_channel",
                            "refused",
                            "uncertain",
                            "expired",
                            "erased");
        }
    }

    @Test
    void norWithTwoInstances(@TempDir Path folder) throws SQLException {
        try (Ground ground = Ground.in(folder, BuiltInTemplates.load())) {
            if (ONLY != null) {
                runOnly(ground, true, true);
                return;
            }
            Map<String, Integer> outcomes = new TreeMap<>();
            for (long seed = 1; seed <= SEEDS / PER_TWO; seed++) {
                run(ground, seed, true, outcomes);
            }
            assertThat(outcomes).containsKeys("delivered");
        }
    }

    private static void run(Ground ground, long seed, boolean two, Map<String, Integer> outcomes) throws SQLException {
        Schedule schedule = new Schedule(ground, seed, 0, two);
        String violation = schedule.run();
        if (violation != null) {
            Schedule again = new Schedule(ground, seed, 60, two);
            String same = again.run();
            throw new AssertionError(violation + "\nRerun with -Dmoddy.seed=" + seed + "; it ended like this:\n"
                    + again.trace() + (violation.equals(same) ? "" : "\nThe next time: " + same));
        }
        schedule.outcomes().forEach((outcome, many) -> outcomes.merge(outcome, many, Integer::sum));
    }

    @SuppressWarnings("SystemOut") // that is what it was asked for
    private static void runOnly(Ground ground, boolean wished, boolean two) throws SQLException {
        if (wished && ONLY != null) {
            Schedule schedule = new Schedule(ground, ONLY, Integer.MAX_VALUE, two);
            String violation = schedule.run();
            System.out.println(schedule.trace());
            assertThat(violation).isNull();
        }
    }

    @Test
    void theSameSeedGivesTheSameRun(@TempDir Path folder) throws SQLException {
        try (Ground ground = Ground.in(folder, BuiltInTemplates.load())) {
            for (long seed : Arrays.asList(3L, 14L, 159L)) {
                boolean two = seed == 14;
                Schedule first = new Schedule(ground, seed, Integer.MAX_VALUE, two);
                first.run();
                Schedule second = new Schedule(ground, seed, Integer.MAX_VALUE, two);
                second.run();
                assertThat(first.trace()).isNotBlank().isEqualTo(second.trace());
            }
        }
    }
}
