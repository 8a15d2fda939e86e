package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.ApiClient;
import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip as operators use it, and in it the jar of somebody outside, who has nothing of ours but what {@code mvn install} installs. */
class DistributionIT {
    private static final String SECRET = "planted-secret-number-1";
    private static final Path EXAMPLE = Path.of("target", "examples", "plugin-giveaway");
    /** Where Discord is said by the tests: nothing here reaches the real one. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "INTERNAL_PORT", "0",
            "INTERNAL_API_SECRET", SECRET,
            "DISCORD_API_URL", "http://127.0.0.1:1/api/v10/",
            "DISCORD_GATEWAY_URL", "ws://127.0.0.1:1");

    @TempDir
    private Path folder;

    private Unpacked moddy;
    private Path elsewhere;
    private Path link;

    @BeforeEach
    void unpack() throws IOException {
        moddy = Unpacked.into(Files.createDirectory(folder.resolve("opt")));
        elsewhere = Files.createDirectory(folder.resolve("else where"));
        link = Files.createSymbolicLink(folder.resolve("moddy"), moddy.script());
    }

    /** By the link, from another folder. */
    private Program start(Map<String, String> more, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(link.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(more);
        return Program.start(command, elsewhere, environment);
    }

    private Program.Ended run(Map<String, String> more, String... arguments) throws Exception {
        try (Program program = start(more, arguments)) {
            return program.awaitEnd(Duration.ofSeconds(60));
        }
    }

    @Test
    void ourPluginsAreJarsAsEverybodysAreAndNotInLib() throws Exception {
        assertThat(moddy.top().getFileName())
                .hasToString(Unpacked.zip().getFileName().toString().replace(".zip", ""));
        assertThat(moddy.names("."))
                .filteredOn(name -> !name.equals("sbom.json")) // its plugin works online only
                .containsExactly(
                        "README.md",
                        "bin",
                        "config.yml",
                        "deploy",
                        "docs",
                        "examples",
                        "lib",
                        "licences",
                        "licences.txt",
                        "plugins");
        assertThat(moddy.names("plugins"))
                .containsExactly("plugin-health.jar", "plugin-notifications.jar", "plugin-roles.jar");
        assertThat(moddy.names("lib"))
                .contains("bot-core.jar", "discord-sandbox.jar", "dist.jar")
                .noneMatch(name -> name.startsWith("plugin-") || name.contains("junit") || name.contains("testing"));
    }

    @Test
    void anActionFromAJarReachesAUserAndStaffSeeWhoseItIs() throws Exception {
        Files.copy(
                EXAMPLE.resolve("target/plugin-giveaway-1.0.jar"),
                moddy.plugins().resolve("plugin-giveaway-1.0.jar"));
        Files.writeString(
                moddy.config(), Files.readString(moddy.config()) + "  giveaway: {prize: a month of Moddy Max}\n");
        try (Program discord = start(Map.of(), "sandbox", "--port", "0")) {
            String welcome = discord.await("its addresses", text -> text.contains("Type help"));
            try (Program bot = start(exports(welcome), "run")) {
                String log = bot.await("connected", text -> text.contains("Connected to Discord"));
                assertThat(log)
                        .contains("Plugin giveaway (plugin-giveaway-1.0.jar) runs")
                        .doesNotContain(SECRET);

                HttpResponse<String> answer = post(bot.awaitPort(), """
                        {"discord_id": "223456789012345678", "action": "giveaway_won", "metadata": {"prize": "5 €"}}""");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                discord.await(
                        "the message",
                        text -> text.contains("Direct message to bob") && text.contains("🎁 You have won 5 €!"));

                bot.await("commands", text -> text.contains("Registered commands in guild"));
                discord.type("/plugins");
                discord.await("the jar", text -> text.contains("✅ giveaway (plugin-giveaway-1.0.jar)"));
                discord.type("/giveaway");
                discord.await("the setting", text -> text.contains("🎁 a month of Moddy Max"));

                bot.terminate();
                Program.Ended ended = bot.awaitEnd(Duration.ofSeconds(10));
                assertThat(ended.code()).isZero();
                assertThat(ended.lines())
                        .as("all that it writes is its log")
                        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
            }
        }
        assertThat(moddy.names(".")).as("its data lie beside bin").contains("data");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void theDemoRunsAndTheCheckFindsNothing() throws Exception {
        try (Program demo = start(Map.of(), "demo")) {
            String welcome = demo.await("the welcome", text -> text.contains("Ctrl-C"));
            assertThat(welcome)
                    .contains("Configured by " + moddy.config())
                    .contains("Plugin notifications (plugin-notifications-");
            demo.type("/notify-test action:plan_upgraded language:fr");
            demo.await("the test", text -> text.contains("It arrived."));
            demo.terminate();
            assertThat(demo.awaitEnd(Duration.ofSeconds(10)).code()).isZero();
        }
        Program.Ended check = run(Map.of("DISCORD_TOKEN", "MTEwMDAwMDAwMDAwMDAwMDAwMQ.demo.token"), "check");
        assertThat(check.code()).as(check.output()).isZero();
    }

    @Test
    void whatTheEnvironmentNamesIsMeantFromWhereTheCallerStands() throws Exception {
        assertThat(run(Map.of("MODDY_CONFIG", "none.yml"), "check").output())
                .contains(elsewhere.resolve("none.yml") + ": there is no such file");
        Files.writeString(elsewhere.resolve("own.yml"), Files.readString(moddy.config()) + "htpp: {}\n");
        assertThat(run(Map.of("MODDY_CONFIG", "own.yml"), "check").output())
                .contains("htpp: unknown key; did you mean 'http'?");
        try (Program bot = start(Map.of("MODDY_DATA", "own data", "DISCORD_TOKEN", "a.demo.token"), "run")) {
            bot.awaitPort();
        }
        assertThat(elsewhere.resolve("own data")).isNotEmptyDirectory();
        assertThat(moddy.names(".")).doesNotContain("data");
    }

    @Test
    void itTakesTheCommandsThatTheRepositorysLauncherTakesAndRefusesOthersWith64() throws Exception {
        Program.Ended help = run(Map.of(), "help");
        try (Program launcher =
                Program.start(List.of("../moddy", "help"), Path.of("").toAbsolutePath(), ENVIRONMENT)) {
            assertThat(help.output().replace("bin/moddy", "./moddy"))
                    .isEqualTo(launcher.awaitEnd(Duration.ofSeconds(10)).output());
        }
        assertThat(help.code()).isZero();
        assertThat(run(Map.of(), "backup", "--help")).isEqualTo(help);
        assertThat(run(Map.of(), "backup", "--verbose").code()).isEqualTo(64);
        assertThat(run(Map.of()).code()).isEqualTo(64);
        assertThat(run(Map.of(), "start").output()).isEqualTo(help.output());
        assertThat(run(Map.of(), "run", "now").output()).contains("'run' takes no arguments");
        assertThat(run(Map.of("JAVA_HOME", "/nowhere"), "run").output()).contains("cannot find /nowhere/bin/java");
    }

    @Test
    void theExampleHasAtMostSixtyLinesOfJava() throws Exception {
        try (var files = Files.walk(EXAMPLE.resolve("src/main/java"))) {
            int lines = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
            assertThat(lines).isBetween(1, 60);
        }
    }

    private static Map<String, String> exports(String welcome) {
        Map<String, String> exports = new HashMap<>();
        Matcher export = Pattern.compile("((?:DISCORD|MODDY)_[A-Z_]+)=(\\S+)").matcher(welcome);
        while (export.find()) {
            exports.put(export.group(1), export.group(2));
        }
        return exports;
    }

    private static HttpResponse<String> post(String port, String json) throws Exception {
        return new ApiClient(SECRET)
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/notify"))
                        .header("Authorization", "Bearer " + SECRET)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }
}
