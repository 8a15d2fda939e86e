package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before there is a request to hand on, and what has a body that nobody can read. */
class UnparsedRequestTest {
    private static final String HOST = " HTTP/1.1\r\nHost: test\r\n";

    private final TestServer server = TestServer.start(TestRoute.echo(), TestRoute.hello(), TestRoute.live());

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<String> unparsable() {
        return Stream.of(
                "garbage\r\n\r\n",
                "GET /internal/hello?a=%zz" + HOST + "\r\n",
                "GET /internal/%zz" + HOST + "\r\n",
                "GET internal/hello" + HOST + "\r\n",
                "GET \\internal\\hello" + HOST + "\r\n",
                "GET *" + HOST + "\r\n",
                "GET /internal/hello#fragment" + HOST + "\r\n",
                "GET /internal/hello?" + many(60, "a%d=1&") + HOST + "\r\n",
                "GET /internal/hello" + HOST + many(120, "X-%d: 1\r\n") + "\r\n",
                "GET /internal/hello" + HOST + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n",
                "POST /internal/echo" + HOST + "Content-Length: two\r\n\r\n",
                "POST /internal/echo" + HOST + "Content-Length: -2\r\n\r\n",
                "POST /internal/echo" + HOST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n",
                "POST /internal/echo" + HOST + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void answers400WithAnErrorAndCloses(String request) throws Exception {
        try (RawClient client = server.connect()) {
            RawClient.Answer answer = client.write(request).answer();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Malformed HTTP request\"}");
            assertThat(answer.headers())
                    .containsEntry("Content-Type", "application/json; charset=utf-8")
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("Connection", "close");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void anAnswerBeforeItOnTheSameConnectionIsWhole() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("GET /internal/hello").write("garbage\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(client.answer().body()).isEqualTo("{\"error\":\"Malformed HTTP request\"}");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, chunked", "identity", "chunked, chunked", "x", "chunked;q=1"})
    void answers501AtOnceToATransferCodingThatItDoesNotKnow(String coding) throws Exception {
        for (String request :
                new String[] {"POST /internal/echo", "GET /internal/hello", "GET /internal/health/live"}) {
            try (RawClient client = server.connect()) {
                client.begin(request, "Content-Type: application/json", "Transfer-Encoding: " + coding)
                        .write("GET /internal/health/live" + HOST + "\r\n");
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).as(request).isEqualTo(501);
                assertThat(answer.body())
                        .isEqualTo("{\"error\":\"The only transfer coding of a body here is chunked\"}");
                // nor is what follows taken for a request
                assertThat(client.isClosed()).isTrue();
            }
        }
    }

    @Test
    void takesAChunkedBodyWhateverItsCase() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("POST /internal/echo", "Content-Type: application/json", "Transfer-Encoding: Chunked")
                    .write("2\r\n{}\r\n0\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("{}");
        }
    }

    private static String many(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }
}
