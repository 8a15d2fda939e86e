package app.moddy.benchmarks;

import app.moddy.benchmarks.load.Load;
import app.moddy.sandbox.SandboxGuild;
import app.moddy.sandbox.SandboxRole;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the store's statements take with 100,000 notifications in the history: recorded by Flight Recorder in the bot while it
 * drains a backlog and staff look at histories.
 */
final class Queries implements Benchmark {
    private static final int USERS = 1_000;
    private static final int ROWS = 100_000;
    private static final int PENDING = 5_000;
    private static final int LOOKS = 200;
    private static final double GOAL_MILLIS = 5;
    private static final Path RECORDING = Setting.FOLDER.resolve("queries.jfr");

    private static final String RECORDER = """
            <configuration version="2.0"><event name="app.moddy.Statement">\
            <setting name="enabled">true</setting><setting name="threshold">0 ns</setting></event></configuration>
            """;

    @Override
    public void run(Setting setting) throws Exception {
        Path folder = Folders.fresh("queries");
        Path recorder = Files.writeString(Setting.FOLDER.resolve("statements.jfc"), RECORDER);
        try (Discord discord = Discord.unlimited(USERS).counting()) {
            SandboxUser staff = staff(discord);
            Map<String, String> environment = new HashMap<>(Subject.UNPACED);
            environment.put("MODDY_STAFF_GUILDS", discord.guild().id());
            environment.put("MODDY_STAFF_USERS", staff.id());
            try (Subject bot = Subject.bot(setting, discord, folder, environment)) {
                Load.of(ROWS, bot.port(), Subject.to(USERS), 64).expect(200);
            }
            environment.put(
                    "JAVA_OPTS",
                    "-Xmx256m -XX:StartFlightRecording=filename=%s,settings=%s".formatted(RECORDING, recorder));
            try (Subject bot = Subject.bot(setting, discord, folder, environment)) {
                for (int i = 0; i < setting.rounds(); i++) { // of one there are too few claims for a p99
                    Outage.begin(discord, bot, USERS).goOn(bot, USERS, PENDING).end(discord);
                }
                look(discord, staff);
            }
        }
        table().print(
                        "Statements with %,d notifications in the history, %,d pending at first, %d times, ms"
                                .formatted(ROWS, PENDING, setting.rounds()),
                        "Without a floor: that has no store.");
    }

    private static SandboxUser staff(Discord discord) {
        SandboxGuild guild = discord.guild();
        SandboxRole role = guild.role("Staff");
        return discord.sandbox().user("ada").joins(guild, role);
    }

    private static void look(Discord discord, SandboxUser staff) {
        discord.guild().awaitCommand("notify-history");
        for (int i = 0; i < LOOKS; i++) {
            staff.in(discord.guild())
                    .runs("notify-history", Map.of("user", discord.member(i)))
                    .await();
        }
    }

    private static Table table() {
        Map<String, List<Double>> bySql = new TreeMap<>();
        for (RecordedEvent event : events()) {
            if (event.getEventType().getName().equals("app.moddy.Statement")) {
                bySql.computeIfAbsent(event.getString("sql"), sql -> new ArrayList<>())
                        .add(event.getDuration().toNanos() / 1e6);
            }
        }
        Table table = new Table("statement", "times", "p50", "p99", "longest", "goal for p99");
        bySql.forEach((sql, millis) -> {
            List<Double> sorted = millis.stream().sorted().toList();
            double high = sorted.get(sorted.size() * 99 / 100);
            boolean asks = sql.startsWith("SELECT") || sql.startsWith("UPDATE");
            table.row(
                    shortened(sql),
                    sorted.size(),
                    Sample.figure(sorted.get(sorted.size() / 2)),
                    Sample.figure(high),
                    Sample.figure(sorted.get(sorted.size() - 1)),
                    asks ? Sample.of(high).atMost(GOAL_MILLIS) : "");
        });
        return table;
    }

    private static List<RecordedEvent> events() {
        try {
            return RecordingFile.readAllEvents(RECORDING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its beginning, and the condition that tells it from others. */
    private static String shortened(String sql) {
        int where = sql.indexOf("WHERE");
        String begin = sql.substring(0, Math.min(sql.length(), 40));
        return where < 0 ? begin : begin + " … " + sql.substring(where, Math.min(sql.length(), where + 60));
    }
}
