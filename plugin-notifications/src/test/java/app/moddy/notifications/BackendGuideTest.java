package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The client in use today: what docs/backends.md says that it sends is sent, byte for byte. */
class BackendGuideTest {
    private static final Pattern WIRE = Pattern.compile("```http\n(.*?)\n\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void theRequestOfThePythonClientIsAnsweredAsItExpects() throws Exception {
        try (Scene scene = Scene.open()) {
            SandboxUser ada =
                    scene.discord().user("subscriber", 123_456_789_012_345_678L).joins(scene.guild());
            try (RunningBot bot = scene.bot().start()) {
                String answer = replay(bot.backend().uri("/internal/notify"));
                assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n"); // raise_for_status() raises nothing
                JsonNode body = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
                assertThat(body.path("success").isBoolean()).isTrue();
                assertThat(body.path("message").asText()).isEqualTo("User notified successfully");
                assertThat(body.path("notification_sent").booleanValue()).isTrue();
                assertThat(ada.awaitDirectMessage().embeds().get(0).title()).isEqualTo("🎉 Welcome to Moddy Max!");
            }
        }
    }

    private static String replay(URI address) throws IOException {
        Matcher wire = WIRE.matcher(Files.readString(Path.of("..", "docs", "backends.md")));
        assertThat(wire.find()).isTrue();
        String head = wire.group(1)
                .replace("demo-secret-for-loopback-only", RunningBot.SECRET)
                .replace("keep-alive", "close") // the one difference: so that the answer has an end to read to
                .replace("\n", "\r\n");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((head + "\r\n\r\n" + wire.group(2)).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
