package app.moddy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process that is measured, from its start on. For one thread. */
final class Program implements AutoCloseable {
    private static final Pattern SERVING = Pattern.compile("Serving on port (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts it in this folder, with exactly this environment beside PATH, JAVA_HOME and JAVA_OPTS, which is for the launcher. */
    static Program start(Path folder, List<String> command, Map<String, String> environment) {
        try {
            Path log = Files.createDirectories(folder).resolve("log-" + System.nanoTime() + ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "JAVA_HOME", "JAVA_OPTS"));
            builder.environment().putAll(environment);
            return new Program(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that it serves on, once it does. */
    int awaitPort() throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Matcher serving = SERVING.matcher(output());
            if (serving.find()) {
                return Integer.parseInt(serving.group(1));
            }
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("it does not serve:\n" + output());
            }
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    private String output() {
        return read(log);
    }

    /** The processor time that it has used, user's and system's, on Linux from {@code /proc/<pid>/stat}. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The processor time that the JVM's compilers have used, on Linux from {@code /proc/<pid>/task}. */
    Duration compilersTime() {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> all = Files.list(threads)) {
            return Duration.ofNanos(
                    all.filter(Program::isCompiler).mapToLong(Program::nanos).sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCompiler(Path thread) {
        return COMPILER.matcher(read(thread.resolve("comm"))).lookingAt();
    }

    private static long nanos(Path thread) {
        return Long.parseLong(read(thread.resolve("schedstat")).split(" ", 2)[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of its memory is resident, in MiB. */
    double residentMiB() {
        Matcher resident = RESIDENT.matcher(read(Path.of("/proc", Long.toString(process.pid()), "status")));
        if (!resident.find()) {
            throw new IllegalStateException("no VmRSS");
        }
        return Double.parseDouble(resident.group(1)) / 1024;
    }

    /** SIGTERM, and the end; at once when it does not come. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
