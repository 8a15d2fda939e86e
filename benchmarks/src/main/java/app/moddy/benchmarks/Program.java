package app.moddy.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** The nanoseconds of a processor that each thread of the JVM's compilers has used, on Linux from {@code /proc/<pid>/task}. */
    Map<Path, Long> compilers() {
        Map<Path, Long> used = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", pid(), "task"))) {
            for (Path thread : threads) {
                addIfCompiler(thread, used);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (used.isEmpty()) {
            throw new IllegalStateException("no compilers are seen");
        }
        return used;
    }

    private static void addIfCompiler(Path thread, Map<Path, Long> used) {
        try {
            if (COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt()) {
                String nanos = Files.readString(thread.resolve("schedstat")).split(" ", 2)[0];
                used.put(thread, Long.valueOf(nanos));
            }
        } catch (NoSuchFileException ended) { // since it was listed
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pid() {
        return Long.toString(process.pid());
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
        Matcher resident = RESIDENT.matcher(read(Path.of("/proc", pid(), "status")));
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
