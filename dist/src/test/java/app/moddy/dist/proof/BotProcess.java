package app.moddy.dist.proof;

import app.moddy.bot.Main;
import app.moddy.bot.testing.ApiClient;
import app.moddy.dist.BotClassPath;
import app.moddy.sandbox.DiscordSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bot as a process of its own, which can be killed and started again on the same data folder. Thread-safe but for that. */
final class BotProcess implements AutoCloseable {
    private static final String SECRET = "a-secret-of-the-proofs-only";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(15);
    private static final Pattern SERVING = Pattern.compile("Serving on port (\\d+)");

    private final ApiClient http = new ApiClient(SECRET);
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> javaOptions;
    private volatile CompletableFuture<Integer> port = new CompletableFuture<>();
    private volatile @Nullable Process process;
    private volatile Path log = Path.of("none");
    private volatile boolean ending;
    private int starts;

    /** One that begins with {@link #start}; its data and logs are in the folder. */
    BotProcess(DiscordSandbox discord, Path folder, Map<String, String> settings, String... javaOptions) {
        this.folder = folder;
        this.javaOptions = List.of(javaOptions);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", SECRET);
        environment.put("INTERNAL_PORT", "0");
        environment.putAll(settings);
    }

    /** One without a pace that may not be the only one on this PostgreSQL; its data and logs are in a new folder. */
    static BotProcess on(String database, DiscordSandbox discord, Path folder) throws IOException {
        Map<String, String> settings = Map.of(
                "DATABASE_URL", database, "MODDY_REQUESTS_PER_SECOND", "100000", "MODDY_NEW_DM_PER_SECOND", "100000");
        return new BotProcess(discord, Files.createDirectory(folder), settings, "-XX:TieredStopAtLevel=1");
    }

    /** Starts it; returns once it serves. */
    void start() throws IOException, InterruptedException {
        log = logOf(++starts);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", BotClassPath.get(), Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        ending = false;
        port.complete(awaitPort(started));
    }

    private Path logOf(int start) {
        return folder.resolve("log-" + start + ".txt");
    }

    private int awaitPort(Process started) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            Matcher serving = SERVING.matcher(Files.readString(log));
            if (serving.find()) {
                return Integer.parseInt(serving.group(1));
            }
            if (System.nanoTime() > end || !started.isAlive()) {
                throw new AssertionError("the bot does not serve:\n" + Files.readString(log));
            }
            started.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** SIGKILL; returns when it is dead. */
    void kill() throws InterruptedException {
        port = new CompletableFuture<>(); // whoever asks now waits for the next one
        running().destroyForcibly().waitFor();
    }

    /** SIGTERM, while requests still come; returns when it has ended. */
    void stop() throws InterruptedException {
        ending = true;
        running().destroy();
        if (!running().waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the bot does not end, see " + log);
        }
        port = new CompletableFuture<>();
    }

    /** Whether requests find it, as far as is known. */
    boolean serves() {
        return port.isDone();
    }

    /** SIGSTOP: it sleeps, and knows nothing of it. */
    void suspend() throws IOException, InterruptedException {
        Signal.STOP.sendTo(List.of(running().toHandle()));
    }

    /** SIGCONT. */
    void goOn() throws IOException, InterruptedException {
        Signal.CONT.sendTo(List.of(running().toHandle()));
    }

    private Process running() {
        Process now = process;
        if (now == null) {
            throw new IllegalStateException("not started");
        }
        return now;
    }

    /** A request with the secret, to the process that serves, or the next one that does. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.join() + path))
                .header("Authorization", "Bearer " + SECRET);
    }

    /** Sends it, with more patience than a usual client has, so that a test can tell how long it took. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(15)).build());
        } catch (IOException e) {
            if (port.isDone() && !ending && !running().isAlive()) {
                throw new AssertionError("the bot has ended by itself, see " + log, e);
            }
            throw e;
        }
    }

    long pid() {
        return running().pid();
    }

    @Override
    public void close() {
        Process now = process;
        if (now != null) {
            now.destroyForcibly();
        }
        for (int start = 1; start <= starts; start++) {
            requireNoSecret(logOf(start));
        }
    }

    private void requireNoSecret(Path printed) {
        try {
            String text = Files.readString(printed);
            if (text.contains(SECRET) || text.contains(environment.getOrDefault("DISCORD_TOKEN", SECRET))) {
                throw new AssertionError("a secret is in " + printed + ":\n" + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
