package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path has one way to be written. */
class RequestTargetTest {
    private final TestServer server = TestServer.start(TestRoute.echo(), TestRoute.hello(), TestRoute.live());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/hell%6f",
                "/internal/hell%6F",
                "/internal%2fhello",
                "/%69nternal/hello",
                "/internal/hello;",
                "/internal/hello;a=b",
                "/internal/hello;a=b?x=y",
                "/internal;a=b/hello",
                "/internal/hello%00",
                "/internal/hello%20",
                "/internal/hello+",
                "//internal/hello",
                "/internal/./hello",
                "http://test/internal/hell%6f",
                "http://test/internal/hello;a=b",
                "http://test//internal/hello",
                "http://test"
            })
    void answers404ToEveryOtherWay(String target) throws Exception {
        RawClient.Answer answer = get(target);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"No such route\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/hello",
                "/internal/hello?",
                "/internal/hello?a=%6f;b",
                "/internal/hello?a=/../b",
                // RFC 9112 §3.2.2: every server must take the absolute form
                "http://test/internal/hello",
                "http://test:3000/internal/hello?a=http://b/c"
            })
    void answersTheOneWayWhateverItsQuery(String target) throws Exception {
        assertThat(get(target).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/health/live;x", "/internal/health/%6cive", "http://test/internal/health/live;x"})
    void opensNothingToThoseWithoutATokenButTheOneWay(String target) throws Exception {
        try (RawClient client = server.connect()) {
            client.write("GET " + target + " HTTP/1.1\r\nHost: test\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(401);
            client.write("GET /internal/health/live HTTP/1.1\r\nHost: test\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void answers404AlsoToAPostOfAnotherWay() throws Exception {
        try (RawClient client = server.connect()) {
            client.begin("POST /internal/ech%6f", "Content-Type: application/json", "Content-Length: 2")
                    .write("{}");
            assertThat(client.answer().status()).isEqualTo(404);
        }
    }

    private RawClient.Answer get(String target) throws IOException {
        try (RawClient client = server.connect()) {
            return client.begin("GET " + target).answer();
        }
    }
}
