package app.moddy.benchmarks;

import app.moddy.benchmarks.load.Load;
import app.moddy.benchmarks.load.Requests;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From the launch to the first 200 of {@code /internal/health}, and the memory of the process then and later. */
final class Start implements Benchmark {
    private static final String DEMO_SECRET = "demo-secret-for-loopback-only";
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int USERS = 1_000;
    private static final int LOAD = 20_000;

    private record Measured(double seconds, double idle, double loaded) {}

    @Override
    public void run(Setting setting) throws Exception {
        List<Measured> demo = new ArrayList<>();
        List<Measured> run = new ArrayList<>();
        List<Measured> floor = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            demo.add(measure(setting, "demo", Map.of(), DEMO_SECRET, 0));
            try (Discord discord = Discord.unlimited(USERS)) {
                Map<String, String> environment = new HashMap<>(discord.environment());
                environment.putAll(Subject.UNPACED);
                environment.put("INTERNAL_API_SECRET", Subject.SECRET);
                run.add(measure(setting, "run", environment, Subject.SECRET, LOAD));
                floor.add(floor(discord));
            }
        }
        Table table = new Table("", "demo", "goal", "run", "goal", "floor");
        table.row(
                "launch to the first 200, s",
                Sample.of(demo, Measured::seconds),
                Sample.of(demo, Measured::seconds).atMost(2.5),
                Sample.of(run, Measured::seconds),
                "",
                Sample.of(floor, Measured::seconds));
        table.row(
                "resident when idle, MiB",
                Sample.of(demo, Measured::idle),
                "",
                Sample.of(run, Measured::idle),
                Sample.of(run, Measured::idle).atMost(200),
                Sample.of(floor, Measured::idle));
        table.row(
                "resident after " + LOAD + " notifications, MiB",
                "",
                "",
                Sample.of(run, Measured::loaded),
                "",
                Sample.of(floor, Measured::loaded));
        table.print("Start; the demo has the simulated Discord in its process");
    }

    private static Measured measure(
            Setting setting, String command, Map<String, String> environment, String secret, int load)
            throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> more = new HashMap<>(environment);
        more.put("INTERNAL_PORT", Integer.toString(port));
        long begin = System.nanoTime();
        try (Program program =
                Program.start(Folders.fresh("start"), List.of(setting.launcher().toString(), command), more)) {
            Waiting.until("the bot is healthy", Duration.ofMinutes(1), () -> isHealthy(port, secret));
            double seconds = (System.nanoTime() - begin) / 1e9;
            idle();
            double idle = program.residentMiB();
            if (load > 0) {
                Requests requests = Subject.to(USERS);
                Load.of(load, port, requests, 64)
                        .expect(200, 202); // while it is cold some do not get their turn at once
            }
            return new Measured(seconds, idle, program.residentMiB());
        }
    }

    /** No condition: that nothing is asked of it for a while is what is measured. */
    private static void idle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    }

    /** Until it serves: it has no health. */
    private static Measured floor(Discord discord) throws InterruptedException {
        long begin = System.nanoTime();
        try (Subject floor = Subject.floor(discord)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            idle();
            double idle = floor.program().residentMiB();
            Load.of(LOAD, floor.port(), Subject.to(USERS), 64).expect(200);
            return new Measured(seconds, idle, floor.program().residentMiB());
        }
    }

    private static boolean isHealthy(int port, String secret) {
        try {
            HttpURLConnection health = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/internal/health")
                    .toURL()
                    .openConnection();
            health.setRequestProperty("Authorization", "Bearer " + secret);
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
