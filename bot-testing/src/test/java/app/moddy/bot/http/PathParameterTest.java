package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths with a segment that stands for many. */
class PathParameterTest {
    private final TestServer server = TestServer.start(
            // the less exact ones first: order makes no difference
            answering(Endpoint.get("/internal/things/{id}"), "id"),
            answering(new Endpoint("DELETE", "/internal/things/{thing}", false), "thing"),
            answering(Endpoint.get("/internal/things/stats")),
            answering(Endpoint.post("/internal/things/stats")),
            answering(Endpoint.get("/internal/things/{id}/parts/{part}"), "id", "part"),
            answering(Endpoint.get("/internal/things/{id}/parts/all"), "id"),
            answering(Endpoint.get("/internal/open/{id}").withoutToken(), "id"),
            TestRoute.answering(
                    Endpoint.post("/internal/echo/{id}"),
                    request -> ApiResponse.ok(List.of(
                            request.path("id"),
                            request.body(),
                            request.query("a").orElse("-")))));

    /** Answers what it answers to, and the values of these parameters. */
    private static Route answering(Endpoint endpoint, String... parameters) {
        return TestRoute.answering(
                endpoint,
                request -> ApiResponse.ok(endpoint.method() + " " + endpoint.path() + " "
                        + List.of(parameters).stream().map(request::path).toList()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/things/42, GET /internal/things/{id} [42]",
        "/internal/things/AZaz09._~-, GET /internal/things/{id} [AZaz09._~-]",
        "/internal/things/..., GET /internal/things/{id} [...]",
        "/internal/things/42?id=7, GET /internal/things/{id} [42]",
        "http://test/internal/things/42, GET /internal/things/{id} [42]",
        "/internal/things/1/parts/2, 'GET /internal/things/{id}/parts/{part} [1, 2]'"
    })
    void givesTheRouteTheValueOfEachSegmentAsItWasSent(String target, String expected) throws Exception {
        assertThat(get(target)).isEqualTo("200 \"" + expected + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/things",
                "/internal/things/",
                "/internal/things//",
                "/internal/things/42/",
                "/internal/things//42",
                "/internal/things/42/parts",
                "/internal/things/42/parts/",
                "/internal/things//parts/7",
                "/internal/things/4%32",
                "/internal/things/a%2Fb",
                "/internal/things/a%2fparts%2fb",
                "/internal/things/%2e%2e",
                "/internal/things/%00",
                "/internal/things/.",
                "/internal/things/..",
                "/internal/things/../things/parts/7",
                "/internal/things/42;a=b",
                "/internal/things/a+b",
                "/internal/things/a:b"
            })
    void answers404WhereTheSegmentIsMissingOrWouldNeedDecoding(String target) throws Exception {
        assertThat(get(target)).isEqualTo("404 {\"error\":\"No such route\"}");
    }

    @Test
    void takesTheNameBeforeTheParameter() throws Exception {
        assertThat(get("/internal/things/stats")).isEqualTo("200 \"GET /internal/things/stats []\"");
        assertThat(get("/internal/things/1/parts/all")).isEqualTo("200 \"GET /internal/things/{id}/parts/all [1]\"");
        assertThat(send("DELETE", "/internal/things/stats").body()).contains("DELETE /internal/things/{thing} [stats]");
    }

    @Test
    void answersHeadAndA405WithAllMethodsOfThePath() throws Exception {
        assertThat(send("HEAD", "/internal/things/42").statusCode()).isEqualTo(200);
        HttpResponse<String> one = send("POST", "/internal/things/42");
        ContractTableTest.expect(one, 405, "{\"error\":\"This route answers DELETE, GET, HEAD\"}");
        assertThat(one.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD");
        assertThat(send("PUT", "/internal/things/stats").headers().firstValue("Allow"))
                .hasValue("DELETE, GET, HEAD, POST");
        assertThat(send("POST", "/internal/things/a%20b").statusCode()).isEqualTo(404);
    }

    @Test
    void givesAPostItsBodyAndQueryAsWell() throws Exception {
        assertThat(server.post("/internal/echo/42?a=b", "{\"id\":7}").body()).isEqualTo("[\"42\",{\"id\":7},\"b\"]");
    }

    @Test
    void asksForTheTokenUnlessThePathIsOpen() throws Exception {
        assertThat(server.send(server.requestWithoutToken("/internal/things/42"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.requestWithoutToken("/internal/open/42")).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.requestWithoutToken("/internal/open/4%32"))
                        .statusCode())
                .isEqualTo(401);
    }

    /** As it is: Java's own client would tidy it up. */
    private String get(String target) throws IOException {
        try (RawClient client = server.connect()) {
            RawClient.Answer answer = client.begin("GET " + target).answer();
            return answer.status() + " " + answer.body();
        }
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return server.send(server.request(path).method(method, BodyPublishers.noBody()));
    }
}
