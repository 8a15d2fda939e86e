package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 64 KiB, and not a byte more. */
class BodySizeTest {
    private static final String TOO_LARGE = "{\"error\":\"The body has over 64 KiB\"}";

    private final TestServer server = TestServer.start(
            TestLimits.with().linger(Duration.ofSeconds(1)).make(), TestRoute.echo(), TestRoute.hello());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takes64KiBByLengthAndChunked() throws Exception {
        String json = json(64 * 1024);
        assertThat(server.post("/internal/echo", json).body()).isEqualTo(json);
        assertThat(chunked(json).body()).isEqualTo(json);
    }

    @Test
    void answers413ForMoreByLengthAndChunked() throws Exception {
        String json = json(64 * 1024 + 1);
        HttpResponse<String> byLength = server.post("/internal/echo", json);
        assertThat(byLength.statusCode()).isEqualTo(413);
        assertThat(byLength.body()).isEqualTo(TOO_LARGE);
        HttpResponse<String> chunked = chunked(json);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).isEqualTo(TOO_LARGE);
    }

    @Test
    void answers413ByLengthBeforeAnyOfTheBodyHasCome() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("POST /internal/echo", "Content-Type: application/json", "Content-Length: 99999999999");
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("Connection", "close");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void letsAClientThatWritesBeforeItReadsFinishAndFindTheAnswer() throws Exception {
        String body = json(5_000_000);
        try (RawClient client = server.connect()) {
            client.begin("POST /internal/echo", "Content-Type: application/json", "Content-Length: " + body.length());
            client.write(body);
            assertThat(client.answer().body()).isEqualTo(TOO_LARGE);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void answersAnEndlessChunkedBodyAndClosesTheConnection() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("POST /internal/echo", "Content-Type: application/json", "Transfer-Encoding: chunked");
            CompletableFuture<Void> endless = CompletableFuture.runAsync(() -> writeWithoutEnd(client));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo(TOO_LARGE);
            assertThat(answer.headers()).containsEntry("Connection", "close");
            assertThat(client.isClosed()).isTrue();
            assertThat(endless).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void keepsTheBodyOfOneRequestApartFromTheNext() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("POST /internal/echo", "Content-Type: application/json", "Transfer-Encoding: chunked")
                    .write("3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n")
                    .begin("GET /internal/hello");
            assertThat(client.answer().body()).isEqualTo("{\"a\":1}");
            assertThat(client.answer().body()).isEqualTo("{\"hello\":\"world\"}");
        }
    }

    private static void writeWithoutEnd(RawClient client) {
        String chunk = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
        try {
            while (true) {
                client.write(chunk);
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    private HttpResponse<String> chunked(String json) throws Exception {
        return server.send(server.request("/internal/echo")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String json(int bytes) {
        return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
    }
}
