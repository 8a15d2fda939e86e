package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Backup;
import app.moddy.bot.Check;
import app.moddy.bot.Main;
import app.moddy.bot.MigrateStore;
import app.moddy.sandbox.DiscordSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with the program: a copy of the store while the bot runs, a move to PostgreSQL, a check. */
class OperatorsProgramsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** What a bot needs for this Discord. */
    static Map<String, String> environment(DiscordSandbox discord) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", "a-secret-of-the-tests-only");
        environment.put("INTERNAL_PORT", "0");
        return environment;
    }

    private Program.Ended backup(String... arguments) throws Exception {
        try (Program backup = Program.start(Backup.class, folder, Map.of(), arguments)) {
            return backup.awaitEnd(LIMIT);
        }
    }

    @Test
    void aDatabaseServerThatIsAwayIsNoFaultOfTheConfigurationSoThatTheBotIsStartedAgain() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Map<String, String> environment = environment(discord);
            environment.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/moddy?user=moddy&password=none");
            try (Program bot = Program.start(Main.class, folder, environment)) {
                Program.Ended ended = bot.awaitEnd(LIMIT);
                assertThat(ended.code()).as(ended.output()).isEqualTo(5);
                assertThat(ended.output()).contains("the database server does not answer");
            }
        }
        String unit = Files.readString(Path.of("src/main/deploy/moddy.service"));
        assertThat(unit).contains("Restart=on-failure").containsPattern("(?m)^RestartPreventExitStatus=2 3 4 64 69$");
    }

    @Test
    void theStoreIsCopiedWhileTheBotRuns() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start();
                Program bot = Program.start(Main.class, folder, environment(discord))) {
            bot.await("connected", text -> text.contains("Connected to Discord"));
            Program.Ended copied = backup("copy.db");
            assertThat(copied.code()).as(copied.output()).isZero();
            assertThat(copied.output()).matches("copy\\.db: \\d+ KiB\n");
            assertThat(Files.size(folder.resolve("copy.db"))).isGreaterThan(4_096);
            assertThat(backup("copy.db").code()).as("it replaces nothing").isEqualTo(2);
        }
    }

    @Test
    void aCopyThatTheDiskHasNoRoomForLeavesNothingBehind() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("moddy.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE filler AS SELECT randomblob(8000000) AS bytes");
        }
        String command = String.join(" ", Program.command(Backup.class, folder, "copy.db"));
        // no file may become as large: as if the disk were full
        List<String> limited = List.of("sh", "-c", "ulimit -f 4096; exec " + command);
        try (Program backup = Program.start(limited, folder, Map.of())) {
            Program.Ended ended = backup.awaitEnd(LIMIT);
            assertThat(ended.code()).as(ended.output()).isEqualTo(2);
            assertThat(ended.lines()).singleElement().asString().contains("can not be copied");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("data")
                    .noneMatch(name -> name.startsWith("copy.db"));
        }
        assertThat(backup("copy.db").code()).as("with room").isZero();
    }

    @Test
    void aLibraryThatCannotBeUnpackedIsASentence() throws Exception {
        Files.createFile(Files.createDirectory(folder.resolve("data")).resolve("moddy.db"));
        Map<String, String> nowhere = Map.of("JAVA_TOOL_OPTIONS", "-Dorg.sqlite.tmpdir=/proc/nowhere");
        try (Program backup = Program.start(Backup.class, folder, nowhere, "copy.db")) {
            Program.Ended ended = backup.awaitEnd(LIMIT);
            assertThat(ended.code()).as(ended.output()).isEqualTo(2);
            assertThat(ended.lines())
                    .filteredOn(line -> !line.startsWith("Picked up"))
                    .singleElement()
                    .asString()
                    .contains("SQLite's library can not be unpacked or run. See that tmp in the data folder");
        }
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("copy.db"));
    }

    @Test
    void whateverTheLocaleItIsUtf8() throws Exception {
        String faulty = "store: {database_url: nonsense}\n";
        Map<String, String> environment = Map.of(
                "MODDY_CONFIG",
                Files.writeString(folder.resolve("config.yml"), faulty).toString());
        try (Program backup = Program.start(Backup.class, folder, environment, "copy.db")) {
            assertThat(backup.awaitEnd(LIMIT).output()).contains("?user=…&password=…");
        }
        try (Program check = Program.start(Check.class, folder, environment)) {
            assertThat(check.awaitEnd(LIMIT).output()).contains("?user=…&password=…");
        }
    }

    @Test
    void withoutAFileOrWithAnOptionInItsPlaceItSaysHowItIsUsed() throws Exception {
        for (Program.Ended ended : List.of(backup(), backup("--verbose"))) {
            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.output()).contains("usage: moddy backup FILE");
        }
    }

    @Test
    void theStoreIsMovedByWhatTheEnvironmentSaysOnly() throws Exception {
        try (Program move = Program.start(MigrateStore.class, folder, Map.of(), "moddy.db")) {
            Program.Ended ended = move.awaitEnd(LIMIT);
            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.output()).contains("usage: moddy migrate-store, with MODDY_DATA and DATABASE_URL");
        }
        try (Program move = Program.start(MigrateStore.class, folder, Map.of())) {
            Program.Ended ended = move.awaitEnd(LIMIT);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.lines()).containsExactly("Set DATABASE_URL to the PostgreSQL that is to be filled");
        }
    }
}
