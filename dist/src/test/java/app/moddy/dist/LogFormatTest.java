package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Main;
import app.moddy.bot.testing.ApiClient;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as an operator and their collector get it: what the process prints. */
class LogFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** A run of the bot with one notification. */
    private record Run(String notification, List<String> lines) {}

    private Run run(String format) throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            SandboxUser user = discord.user("ada").joins(discord.guild("Moddy HQ"));
            Map<String, String> environment = OperatorsProgramsTest.environment(discord);
            environment.put("MODDY_LOG_FORMAT", format);
            try (Program bot = Program.start(Main.class, folder, environment)) {
                bot.await("connected", text -> text.contains("Connected to Discord"));
                String notification = notify(bot.awaitPort(), user);
                bot.terminate();
                return new Run(notification, bot.awaitEnd(LIMIT).lines());
            }
        }
    }

    /** Returns its id. */
    private static String notify(String port, SandboxUser user) throws Exception {
        String body = "{\"discord_id\":\"%s\",\"action\":\"subscription_created\",\"plan\":\"moddy_max\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/notify"))
                .header("Authorization", "Bearer a-secret-of-the-tests-only")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.formatted(user.id())))
                .build();
        HttpResponse<String> answer = new ApiClient("a-secret-of-the-tests-only").send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("notification_id").asText();
    }

    @Test
    void isReadableAndEachLineOfANotificationHasItsId() throws Exception {
        Run run = run("text");
        assertThat(run.lines())
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+ (INFO |WARN ) \\w+ .*- .+"), "a line");
        assertThat(run.lines())
                .filteredOn(line -> line.contains("[" + run.notification() + "]"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Received notification: action=subscription_created"),
                        last -> assertThat(last).contains("DM sent to user"));
    }

    @Test
    void isAnObjectALineWhenTheOperatorWantsJsonAndTheIdIsAField() throws Exception {
        Run run = run("json");
        List<JsonNode> objects = run.lines().stream().map(LogFormatTest::object).toList();
        assertThat(objects).allSatisfy(object -> {
            assertThat(object.path("timestamp").isNumber()).isTrue();
            assertThat(object.path("level").asText()).isIn("INFO", "WARN");
            assertThat(object.path("formattedMessage").asText()).isNotEmpty();
        });
        assertThat(objects)
                .filteredOn(object -> object.at("/mdc/notification").asText().equals(run.notification()))
                .hasSize(2);
    }

    private static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void anotherFormatIsAFault() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Map<String, String> environment = OperatorsProgramsTest.environment(discord);
            environment.put("MODDY_LOG_FORMAT", "xml");
            try (Program bot = Program.start(Main.class, folder, environment)) {
                Program.Ended ended = bot.awaitEnd(LIMIT);
                assertThat(ended.code()).isEqualTo(2);
                assertThat(ended.output()).contains("logs.format: ").contains("text, json");
            }
        }
    }
}
