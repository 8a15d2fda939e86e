package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP asks of a server beside the contract. */
class HttpMannersTest {
    record Seen(String threadName, @Nullable Instant finishedAt) {}

    private final TestServer server = TestServer.start(
            TestRoute.echo(),
            TestRoute.hello(),
            TestRoute.answering(
                    Endpoint.get("/internal/thread"),
                    request -> ApiResponse.ok(new Seen(Thread.currentThread().getName(), null))),
            TestRoute.answering(
                    Endpoint.get("/internal/values"),
                    request -> ApiResponse.of(202, values()).withHeader("Idempotency-Replayed", "true")),
            TestRoute.answering(
                    Endpoint.get("/internal/asked"),
                    request -> ApiResponse.ok(List.of(
                            request.header("x-TEST").orElse("-"),
                            request.query("name").orElse("-"),
                            request.queryFlag("dry_run")))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/internal/hello").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("17");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void runsRoutesOnWorkersAndNeverOnIoThreads() throws Exception {
        assertThat(server.get("/internal/thread").body()).startsWith("{\"thread_name\":\"http-worker-");
    }

    @Test
    void writesNullsRecordsAndInstants() throws Exception {
        HttpResponse<String> answer = server.get("/internal/values");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(answer.body())
                .isEqualTo("{\"nothing\":null,\"list\":[1,null,\"🎉\"],"
                        + "\"seen\":{\"thread_name\":\"é\",\"finished_at\":\"2026-11-23T10:15:30Z\"}}");
    }

    @Test
    void givesHeadersInAnyCaseAndTheQueryDecoded() throws Exception {
        HttpRequest.Builder request = server.request("/internal/asked?name=%C3%A9%20a&dry_run=true")
                .header("X-Test", "one")
                .header("X-Test", "two");
        assertThat(server.send(request).body()).isEqualTo("[\"one, two\",\"é a\",true]");
        assertThat(server.get("/internal/asked").body()).isEqualTo("[\"-\",\"-\",false]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dry_run=yes", "dry_run", "dry_run=", "dry_run=TRUE", "dry_run=true&dry_run=true"})
    void answers422NamingAFlagThatIsNone(String query) throws Exception {
        HttpResponse<String> answer = server.get("/internal/asked?" + query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"dry_run\"");
    }

    @Test
    void ignoresTheBodyOfAGetAndNeverTakesItForTheNextRequest() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("GET /internal/hello", "Content-Length: 27")
                    .write("GET /internal/x HTTP/1.1\r\n\r\n".substring(0, 27));
            assertThat(client.answer().body()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void answersWhatWasPipelinedAndClosesOnGarbage() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("GET /internal/hello").begin("GET /internal/thread").write("garbage\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(client.answer().body()).startsWith("{\"thread_name\":");
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void neverReadsABodyOfWhichTheLengthIsInDoubt() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin(
                            "POST /internal/echo",
                            "Content-Type: application/json",
                            "Content-Length: 4",
                            "Transfer-Encoding: chunked")
                    .write("2\r\n{}\r\n0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void tellsAClientThatAsksToGoOnWithItsBody() throws Exception {
        HttpRequest.Builder request =
                server.posting("/internal/echo", "{\"a\":1}").expectContinue(true);
        assertThat(server.send(request).body()).isEqualTo("{\"a\":1}");
        try (RawClient client = server.connect()) {
            client.begin(
                    "POST /internal/echo",
                    "Content-Type: application/json",
                    "Content-Length: 2",
                    "Expect: 100-continue");
            assertThat(client.answer().status()).isEqualTo(100);
            assertThat(client.write("{}").answer().body()).isEqualTo("{}");
        }
    }

    @Test
    void answers200RequestsAtOnce() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(server.sendAsync(server.posting("/internal/echo", "{\"number\":" + i + "}")));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"number\":" + i + "}");
        }
    }

    @Test
    void refusesAnOverlongHeader() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("GET /internal/hello", "X-Long: " + "x".repeat(20_000));
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.isClosed()).isTrue();
        }
    }

    private static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("nothing", null);
        values.put("list", Arrays.asList(1, null, "🎉"));
        values.put("seen", new Seen("é", Instant.parse("2026-11-23T10:15:30Z")));
        return values;
    }
}
