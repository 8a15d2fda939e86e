package app.moddy.benchmarks;

import app.moddy.benchmarks.floor.Floor;
import app.moddy.benchmarks.load.Load;
import app.moddy.benchmarks.load.Requests;
import app.moddy.benchmarks.load.Shots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is measured, bot or floor: a process that serves. For one thread. */
final class Subject implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-benchmarks";

    /** No pace, so that nothing but the bot itself limits it. */
    static final Map<String, String> UNPACED =
            Map.of("MODDY_REQUESTS_PER_SECOND", "1000000", "MODDY_NEW_DM_PER_SECOND", "1000000");

    /** What the launcher gives the bot: see {@code ./moddy}. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m");

    /** For so long at a time it is warmed up. */
    private static final Duration WARMING = Duration.ofSeconds(5);

    /** The part of a processor below which the JVM's compilers are at rest. */
    private static final double REST = 0.03;

    private static final int LONGEST_WARM_UP = 60;

    private final Program program;
    private final int port;

    private Subject(Program program) throws InterruptedException {
        this.program = program;
        this.port = program.awaitPort();
    }

    /**
     * Starts the bot as its users do; returns once it serves and is connected.
     *
     * @param folder of its data
     * @param more environment, such as the paces
     */
    static Subject bot(Setting setting, Discord discord, Path folder, Map<String, String> more)
            throws InterruptedException {
        Map<String, String> environment = new HashMap<>(discord.environment());
        environment.put("INTERNAL_API_SECRET", SECRET);
        environment.put("INTERNAL_PORT", "0");
        environment.putAll(more);
        if (setting.postgres()) {
            environment.put("DATABASE_URL", Postgres.of(folder));
        }
        Program program = Program.start(folder, List.of(setting.launcher().toString(), "run"), environment);
        discord.sandbox().gateway().awaitConnected();
        Subject bot = new Subject(program);
        bot.awaitHealthy();
        return bot;
    }

    /** Starts the floor, with what the launcher gives the bot; returns once it serves and is connected. */
    static Subject floor(Discord discord) throws InterruptedException {
        return floor(discord, Setting.FOLDER.resolve("floor"), List.of());
    }

    /** Starts the floor that records; returns once it serves and is connected. */
    static Subject recordingFloor(Discord discord) throws InterruptedException {
        Path folder = Folders.fresh("recording-floor");
        return floor(discord, folder, List.of(folder.resolve("journal").toString()));
    }

    private static Subject floor(Discord discord, Path folder, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Floor.class.getName()));
        command.addAll(arguments);
        return new Subject(Program.start(folder, command, discord.environment()));
    }

    private void awaitHealthy() throws InterruptedException {
        Waiting.until(
                "the bot is healthy",
                Duration.ofSeconds(30),
                () -> Load.of(1, port, Requests.get(SECRET, "/internal/health"), 1)
                                .with(200)
                        == 1);
    }

    Program program() {
        return program;
    }

    int port() {
        return port;
    }

    /** So many requests before anything is measured. */
    Subject warmUp(int many, Requests requests) {
        Load.of(many, port, requests, 16);
        return this;
    }

    /** Requests until the JVM's compilers are at rest: on a fast machine that takes more of them. */
    Subject warmUp(Requests requests) {
        for (int i = 0; i < LONGEST_WARM_UP; i++) {
            Map<Path, Long> before = program.compilers();
            Load.during(WARMING, port, requests, 16).expect(200);
            if (used(before, program.compilers()) < REST * WARMING.toNanos()) {
                return this;
            }
        }
        throw new IllegalStateException("compilers are still busy after " + WARMING.multipliedBy(LONGEST_WARM_UP));
    }

    private static long used(Map<Path, Long> before, Map<Path, Long> now) {
        return now.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    /** Each of these users has a DM channel afterwards that the subject knows. */
    Subject meet(int users) {
        Load.of(users, port, to(users), 16).expect(200);
        return this;
    }

    /** Notifications to these users in turn. */
    static Requests to(int users) {
        return Requests.notify(SECRET, Discord.FIRST_USER, users);
    }

    /** One round of a load. */
    Round round(Duration time, Requests requests, int clients) {
        Duration before = program.processorTime();
        Shots shots = Load.during(time, port, requests, clients);
        return new Round(shots, program.processorTime().minus(before));
    }

    /**
     * What came of a round.
     *
     * @param processor the time that the subject's process has used for all that were answered
     */
    record Round(Shots shots, Duration processor) {
        double perSecond() {
            return shots.perSecond();
        }

        double microsPerRequest() {
            return processor.toNanos() / 1e3 / shots.answered();
        }

        double millis(double percent) {
            return shots.millis(percent);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
