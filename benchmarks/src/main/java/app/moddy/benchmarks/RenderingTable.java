package app.moddy.benchmarks;

import app.moddy.benchmarks.rendering.ByHand;
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
        Sample floor = micros(run(setting, ByHand.class).iterator().next());
        Table table = new Table("action", "language", "µs", "goal", "floor µs", "beside the floor");
        for (RunResult result : run(setting, Rendering.class)) {
            Sample micros = micros(result);
            table.row(
                    result.getParams().getParam("action"),
                    result.getParams().getParam("language"),
                    micros,
                    micros.atMost(GOAL_MICROS),
                    floor,
                    Sample.figure(micros.median() / floor.median()));
        }
        table.print("Rendering");
    }

    private static Collection<RunResult> run(Setting setting, Class<?> benchmark) throws RunnerException {
        TimeValue second = TimeValue.seconds(1);
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getName())
                        .forks(1)
                        .jvmArgsAppend("-Dlog.level=WARN")
                        .warmupIterations(5)
                        .warmupTime(second)
                        .measurementIterations(setting.rounds())
                        .measurementTime(second)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static Sample micros(RunResult result) {
        return Sample.of(
                List.copyOf(result.getAggregatedResult().getIterationResults()),
                iteration -> iteration.getPrimaryResult().getScore());
    }
}
