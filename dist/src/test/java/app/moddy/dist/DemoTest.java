package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.ApiClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void pastingTheCurlDeliversADmThatTheConsoleShowsAndStaffCanTryTheirs() throws Exception {
        try (Program demo = Program.start(Demo.class, folder, Map.of("INTERNAL_PORT", "0"))) {
            String welcome = demo.await("the curl", output -> output.contains("Ctrl-C"));
            HttpResponse<String> answer = paste(found(welcome, "(?s)(curl -i .+? -d '[^']+')"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"outcome\":\"delivered\"");
            demo.await(
                    "the message", output -> output.contains("🎉 Welcome to Moddy Max!") && output.contains("€99.00"));

            demo.type("/notify-test action:plan_upgraded language:fr");
            demo.await("the test", output -> output.contains("🧪 Test · ⬆️") && output.contains("It arrived."));

            demo.terminate();
            Program.Ended ended = demo.awaitEnd(Duration.ofSeconds(10));
            assertThat(ended.code()).isZero();
            assertThat(ended.output()).contains("✅ DM sent to user 123456789012345678");
        }
        assertThat(folder).as("what it has kept ends with it").isEmptyDirectory();
    }

    @Test
    void theWelcomeComesWhenCommandsCanBeTypedAndSaysWhoThereIs() throws Exception {
        try (Program demo = Program.start(Demo.class, folder, Map.of("INTERNAL_PORT", "0"))) {
            String welcome = demo.await("the welcome", output -> output.contains("Ctrl-C"));
            assertThat(welcome)
                    .containsSubsequence("Connected to Discord", "The bot runs on", "Also: help.")
                    .containsSubsequence("ada     123456789012345678  you, staff", "bob     223456789012345678")
                    .containsSubsequence(
                            "chloe   323456789012345678  her Discord is in French, as her first command tells the bot",
                            "dan     423456789012345678  DMs closed");
            assertThat(paste(found(welcome, "(curl -s .+)")).statusCode()).isEqualTo(200);
            demo.type("/health");
            assertThat(demo.await("an answer", output -> output.contains("Healthy")))
                    .doesNotContain("No command");
        }
    }

    @Test
    void typosAreExplainedAButtonNeedsOnlyItsBeginningAndQuitEndsIt() throws Exception {
        try (Program demo = Program.start(Demo.class, folder, Map.of("INTERNAL_PORT", "0"))) {
            demo.type("as zed");
            demo.type("/notify-test plan_upgraded");
            demo.type("/notify-test action:plan_upgraded user:zed");
            demo.type("/notify-test action:plan_upgraded user:bob");
            demo.type("press sen");
            demo.type("quit");
            Program.Ended ended = demo.awaitEnd(Duration.ofSeconds(60));
            assertThat(ended.code()).isZero();
            assertThat(ended.output())
                    .containsSubsequence(
                            "! no user zed; there are: ada, bob, chloe, dan",
                            "! /notify-test takes its options by name: write action:plan_upgraded",
                            "! no user zed; there are: ada, bob, chloe, dan",
                            "[ Send the test ]",
                            "Direct message to bob",
                            "It arrived.");
        }
    }

    @Test
    void aPortThatIsNoneEndsItWithTwoAndNoStackTrace() throws Exception {
        try (Program demo = Program.start(Demo.class, folder, Map.of("INTERNAL_PORT", "abc"))) {
            Program.Ended ended = demo.awaitEnd(Duration.ofSeconds(60));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.output()).contains("http.port").doesNotContain("\tat ");
        }
    }

    /** What a shell would make of a curl that was printed. */
    private static HttpResponse<String> paste(String curl) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(found(curl, "(http://127\\.0\\.0\\.1:\\S+)")));
        Matcher header = Pattern.compile("-H '([^:]+): ([^']+)'").matcher(curl);
        while (header.find()) {
            request.header(header.group(1), header.group(2));
        }
        if (curl.contains(" -d ")) {
            request.POST(HttpRequest.BodyPublishers.ofString(found(curl, "-d '([^']+)'")));
        }
        return new ApiClient(found(curl, "Bearer ([^']+)'")).send(request.build());
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
