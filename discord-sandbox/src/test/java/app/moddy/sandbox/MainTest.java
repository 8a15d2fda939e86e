package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The sandbox as a process. */
class MainTest {
    /** Seconds; also beside other tests on a slow machine. */
    private static final long PATIENCE = 40;

    @Test
    void survivesTheEndOfItsInputAndEndsWith0AfterSigterm() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.moddy.sandbox.Main",
                        "--port",
                        "0",
                        "--token",
                        "a.b.c")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().close();
            String rest = lineWith(out, "REST").substring(4).strip();
            assertThat(lineWith(out, "Token")).endsWith("a.b.c");
            assertThat(lineWith(out, "Users")).contains("ada (123456789012345678) staff");
            lineWith(out, "For the bot");
            assertThat(out.readLine())
                    .as("to paste")
                    .startsWith("export DISCORD_API_URL=" + rest + " DISCORD_GATEWAY_URL=ws://127.0.0.1:")
                    .matches(".* DISCORD_TOKEN=a\\.b\\.c MODDY_STAFF_GUILDS=\\d+ MODDY_STAFF_ROLES=\\d+");
            lineWith(out, "Type help");
            assertThat(status(rest + "users/123456789012345678")).isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsWith2AfterAnUnknownOption() throws Exception {
        endsWith2("Unknown option --prot", "--prot", "0");
    }

    @Test
    void endsWith2WhenItsPortIsTaken() throws Exception {
        try (DiscordSandbox other = DiscordSandbox.start()) {
            String port = Integer.toString(other.apiUrl().getPort());
            endsWith2("Port " + port + " is taken: stop whoever has it, or give another with --port", "--port", port);
        }
    }

    private static void endsWith2(String message, String... options) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "app.moddy.sandbox.Main"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(message);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String lineWith(BufferedReader out, String start) throws Exception {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("The process ended without a line " + start);
    }

    private static int status(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bot a.b.c")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
