package app.moddy.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A program of the distribution as a process of its own. */
final class Program implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Pattern SERVING = Pattern.compile("Serving on port (\\d+)\\D");

    private final Process process;
    private final Map<String, String> environment;
    private final StringBuilder output = new StringBuilder();
    private final CompletableFuture<Void> reader;

    private Program(Process process, Map<String, String> environment) {
        this.process = process;
        this.environment = environment;
        this.reader = CompletableFuture.runAsync(this::read);
    }

    /** Starts a main class with exactly this environment beside PATH, in this folder. */
    static Program start(Class<?> main, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(command(main, folder, arguments), folder, environment);
    }

    /** What starts a main class. */
    static List<String> command(Class<?> main, Path folder, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                BotClassPath.get(),
                "-Djava.io.tmpdir=" + folder,
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a command with exactly this environment beside PATH, in this folder. */
    static Program start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> own = new HashMap<>(environment);
        own.put("PATH", System.getenv("PATH"));
        own.put("LC_ALL", "C"); // texts must be UTF-8 all the same
        builder.environment().clear();
        builder.environment().putAll(own);
        return new Program(builder.start(), own);
    }

    private void read() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                print(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(String line) {
        synchronized (output) {
            output.append(line).append('\n');
        }
    }

    private String printed() {
        synchronized (output) {
            return output.toString();
        }
    }

    /** Types a line. */
    void type(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    /** What it has printed, as soon as it satisfies the condition. */
    String await(String what, Predicate<String> condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.test(printed())) {
            if (System.nanoTime() > end || (!process.isAlive() && reader.isDone())) {
                throw new AssertionError("never printed: " + what + "\n" + printed());
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return printed();
    }

    /** The port that it serves on, as soon as it does. */
    String awaitPort() throws InterruptedException {
        String printed = await("that it serves", text -> SERVING.matcher(text).find());
        return SERVING.matcher(printed)
                .results()
                .map(serving -> serving.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Its exit code, and what it printed until then: never one of the secrets that it was given. */
    Ended awaitEnd(Duration limit) throws Exception {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + limit.toSeconds() + " s\n" + printed());
        }
        reader.get(5, TimeUnit.SECONDS);
        for (String secret : List.of("DISCORD_TOKEN", "INTERNAL_API_SECRET")) {
            String value = environment.getOrDefault(secret, "");
            if (!value.isEmpty() && printed().contains(value)) {
                throw new AssertionError(secret + " is in what it printed:\n" + printed());
            }
        }
        return new Ended(process.exitValue(), printed());
    }

    /** SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy() would close its output too
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    record Ended(int code, String output) {
        List<String> lines() {
            return output.lines().toList();
        }
    }
}
