package app.moddy.benchmarks;

import app.moddy.benchmarks.rendering.Rendering;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What one embed takes, by action and language; measured by JMH, in a process of its own for each. */
final class RenderingTable implements Benchmark {
    private static final double GOAL_MICROS = 20;

    @Override
    public void run(Setting setting) throws RunnerException {
        TimeValue second = TimeValue.seconds(1);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Rendering.class.getName())
                        .forks(1)
                        .jvmArgsAppend("-Dlog.level=WARN")
                        .warmupIterations(5)
                        .warmupTime(second)
                        .measurementIterations(setting.rounds())
                        .measurementTime(second)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Table table = new Table("action", "language", "µs", "goal");
        for (RunResult result : results) {
            Sample micros = Sample.of(
                    List.copyOf(result.getAggregatedResult().getIterationResults()),
                    iteration -> iteration.getPrimaryResult().getScore());
            table.row(
                    result.getParams().getParam("action"),
                    result.getParams().getParam("language"),
                    micros,
                    micros.atMost(GOAL_MICROS));
        }
        table.print("Rendering");
    }
}
