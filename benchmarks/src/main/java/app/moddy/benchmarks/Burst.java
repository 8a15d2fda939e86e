package app.moddy.benchmarks;

import app.moddy.benchmarks.load.Load;
import app.moddy.benchmarks.load.Shots;
import app.moddy.sandbox.SandboxCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 1,000 notifications at once to known users, at Discord's limits and the default paces. */
final class Burst implements Benchmark {
    private static final int MANY = 1_000;
    private static final int CLIENTS = 100;
    private static final double PACE = 45;
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final Pattern REF = Pattern.compile("Ref \\d+");
    private static final String SEND = "POST /channels/{channel_id}/messages";

    /** For meeting the users: within Discord's limit, and nobody is quarantined here. */
    private static final Map<String, String> MEETING = Map.of("MODDY_NEW_DM_PER_SECOND", "45");

    @Override
    public void run(Setting setting) throws InterruptedException {
        Table table = new Table(
                "",
                "round",
                "client errors",
                "delivered",
                "twice",
                "calls/s",
                "of the pace",
                "429s",
                "longest answer s",
                "goals");
        try (Discord discord = Discord.withGlobalLimit(MANY).counting()) {
            Path folder = Folders.fresh("burst");
            try (Subject bot = Subject.bot(setting, discord, folder, MEETING)) {
                meet(discord, bot);
            }
            for (int i = 1; i <= setting.rounds(); i++) {
                try (Subject bot = Subject.bot(setting, discord, folder, Map.of())) {
                    Outcome outcome = burst(discord, bot);
                    table.row(outcome.row("bot", i, outcome.goals()));
                }
            }
            try (Subject floor = Subject.floor(discord)) {
                meet(discord, floor);
                table.row(burst(discord, floor).row("floor", 1, ""));
            }
        }
        table.print(
                "A burst of " + MANY + " from " + CLIENTS + " clients with 10 s time-outs, at Discord's 50 a second");
    }

    private static void meet(Discord discord, Subject subject) throws InterruptedException {
        int before = discord.messages();
        for (int met = 0; met < MANY; met = discord.messages() - before) {
            Load.of(MANY, subject.port(), Subject.to(MANY), 20);
            discord.awaitQuiet(QUIET);
        }
    }

    private static Outcome burst(Discord discord, Subject subject) throws InterruptedException {
        int before = discord.sandbox().calls(SEND).size();
        Shots shots = Load.of(MANY, subject.port(), Subject.to(MANY), CLIENTS);
        discord.awaitQuiet(QUIET);
        List<SandboxCall> calls = discord.sandbox().calls(SEND);
        return Outcome.of(shots, calls.subList(before, calls.size()));
    }

    private record Outcome(Shots shots, int sent, int twice, double perSecond, int limited) {
        static Outcome of(Shots shots, List<SandboxCall> calls) {
            List<SandboxCall> sent =
                    calls.stream().filter(call -> call.status() == 200).toList();
            long distinct = sent.stream().map(Outcome::ref).distinct().count();
            Duration took = Duration.between(
                    calls.get(0).time(), calls.get(calls.size() - 1).time());
            int limited =
                    (int) calls.stream().filter(call -> call.status() == 429).count();
            return new Outcome(
                    shots,
                    sent.size(),
                    sent.size() - (int) distinct,
                    (calls.size() - 1) / (took.toMillis() / 1e3),
                    limited);
        }

        private static String ref(SandboxCall call) {
            Matcher ref = REF.matcher(call.requestBody());
            return ref.find() ? ref.group() : call.requestBody();
        }

        private int errors() {
            return shots.unanswered() + shots.answered() - shots.with(200) - shots.with(202);
        }

        private double used() {
            return perSecond / PACE;
        }

        String goals() {
            boolean met = errors() == 0 && sent == MANY && twice == 0 && used() >= 0.95 && limited <= MANY / 100;
            return met ? "all met" : "MISSED";
        }

        Object[] row(String subject, int round, String goals) {
            return new Object[] {
                subject,
                round,
                errors(),
                sent,
                twice,
                Sample.figure(perSecond),
                Sample.figure(used()),
                limited,
                Sample.figure(shots.millis(100) / 1_000),
                goals
            };
        }
    }
}
