package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Main;
import app.moddy.bot.testing.ApiClient;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a running bot shows, {@code docs/operate/metrics.md} explains and {@code alerts.yml} may ask for, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsGuideTest {
    private static final String SECRET = "a-secret-of-the-tests-only";
    private static final Path OPERATE = Path.of("..", "docs", "operate");
    /** Comes with the first collection after somebody has looked. */
    private static final String LATER = "jvm_gc_pause_seconds";

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z0-9_]+)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=~?\"");

    @TempDir
    private static Path folder;

    private DiscordSandbox discord;
    private String shown;

    @BeforeAll
    void lookAtABotThatHasWorked() throws Exception {
        discord = DiscordSandbox.start();
        SandboxUser user = discord.user("ada").joins(discord.guild("Guild"));
        Map<String, String> environment = Map.of(
                "DISCORD_TOKEN", discord.token(),
                "DISCORD_API_URL", discord.apiUrl().toString(),
                "DISCORD_GATEWAY_URL", discord.gatewayUrl().toString(),
                "INTERNAL_API_SECRET", SECRET,
                "INTERNAL_PORT", "0");
        try (Program bot = Program.start(Main.class, folder, environment)) {
            bot.await("connected", text -> text.contains("Connected to Discord"));
            String port = bot.awaitPort();
            call(port, "notify", """
                    {"discord_id": "%s", "action": "subscription_updated"}""".formatted(user.id()));
            shown = call(port, "metrics", "");
            bot.terminate();
            bot.awaitEnd(Duration.ofSeconds(10));
        }
    }

    @AfterAll
    void stop() {
        discord.close();
    }

    private static String call(String port, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/internal/" + path))
                .header("Authorization", "Bearer " + SECRET)
                .header("Content-Type", "application/json");
        var answer = new ApiClient(SECRET)
                .send((body.isEmpty() ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Set<String> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !label.equals("le"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each sample's name with its labels. */
    private Map<String, Set<String>> samples() {
        Map<String, Set<String>> samples = new TreeMap<>();
        for (MatchResult sample : SAMPLE.matcher(shown).results().toList()) {
            samples.put(sample.group(1), sample.group(2) == null ? Set.of() : labels(sample.group(2)));
        }
        return samples;
    }

    /** A histogram by its name alone. */
    private Map<String, Set<String>> ours() {
        Map<String, Set<String>> ours = new TreeMap<>();
        samples().forEach((name, labels) -> {
            String histogram = name.replaceFirst("_(bucket|sum|count|max)$", "");
            ours.put(shown.contains("# TYPE " + histogram + " histogram\n") ? histogram : name, labels);
        });
        ours.keySet().removeIf(name -> !name.startsWith("moddy_"));
        return ours;
    }

    @Test
    void theGuideExplainsEachOfOursAndNoOther() throws IOException {
        Map<String, Set<String>> explained = new TreeMap<>();
        for (String row : Files.readAllLines(OPERATE.resolve("metrics.md"))) {
            if (row.startsWith("| `moddy_")) {
                Pattern.compile("`(moddy_[a-z_]+)(?:\\{([a-z,]+)})?`")
                        .matcher(row.split(" \\| ", 2)[0])
                        .results()
                        .forEach(name -> explained.put(
                                name.group(1),
                                name.group(2) == null
                                        ? Set.of()
                                        : new TreeSet<>(Set.of(name.group(2).split(",", -1)))));
            }
        }
        assertThat(ours()).isEqualTo(explained);
    }

    @Test
    void theJvmsThatItNamesAreThere() throws IOException {
        String guide = Files.readString(OPERATE.resolve("metrics.md"));
        Pattern.compile("`((?:jvm|process|system)_[a-z0-9_]+)`")
                .matcher(guide)
                .results()
                .filter(name -> !name.group(1).equals(LATER))
                .forEach(name -> assertThat(shown).containsPattern("(?m)^" + name.group(1) + "(_count)?[ {]"));
    }

    @Test
    void theRulesAskForWhatIsThere() throws IOException {
        Matcher asked = Pattern.compile("\\b((?:moddy|jvm|process|system)_[a-z0-9_]+)(?:\\{([^}]*)})?")
                .matcher(Files.readString(OPERATE.resolve("alerts.yml")));
        Map<String, Set<String>> samples = samples();
        while (asked.find()) {
            assertThat(samples).containsKey(asked.group(1));
            if (asked.group(2) != null) {
                assertThat(samples.get(asked.group(1))).containsAll(labels(asked.group(2)));
            }
        }
    }
}
