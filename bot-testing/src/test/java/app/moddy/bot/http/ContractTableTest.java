package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the contract's first table, but for those of {@link AuthorizationTest}. */
class ContractTableTest {
    private final TestServer server = TestServer.start(
            TestRoute.echo(),
            TestRoute.hello(),
            new TestRoute(
                    Endpoint.post("/internal/faulty"),
                    request -> CompletableFuture.failedFuture(ApiException.invalid(
                            List.of(new FieldFault("discord_id", "is missing"), new FieldFault("action", "no"))))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answers400ForMalformedJson() throws Exception {
        expect(
                server.post("/internal/echo", "{\"a\":}"),
                400,
                "{\"error\":\"Malformed JSON at line 1, column 6 (a repeated key counts as such)\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal",
                "/internal/",
                "/internal/hello/",
                "/internal//hello",
                "/internal/Hello",
                "/internal/hello.",
                "/internal/hello/../hello"
            })
    void answers404ForAnUnknownRoute(String path) throws Exception {
        expect(server.get(path), 404, "{\"error\":\"No such route\"}");
    }

    @Test
    void asksForTheTokenBeforeItSaysThatARouteIsUnknown() throws Exception {
        assertThat(server.send(server.requestWithoutToken("/internal/none")).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "NONSENSE"})
    void answers405WithAllowForAnotherMethod(String method) throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/internal/hello").method(method, BodyPublishers.noBody()));
        expect(answer, 405, "{\"error\":\"This route answers GET, HEAD\"}");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json;charset=\"latin1\"",
                ""
            })
    void answers415ForAnotherType(String type) throws Exception {
        HttpRequest.Builder request =
                server.request("/internal/echo").header("Content-Type", type).POST(BodyPublishers.ofString("{}"));
        expect(
                server.send(request),
                415,
                "{\"error\":\"The body must be application/json in UTF-8, without a content coding\"}");
    }

    @Test
    void answers415WithoutATypeAndForACompressedBody() throws Exception {
        HttpRequest.Builder untyped = server.request("/internal/echo").POST(BodyPublishers.ofString("{}"));
        assertThat(server.send(untyped).statusCode()).isEqualTo(415);
        HttpRequest.Builder compressed = server.posting("/internal/echo", "{}").header("Content-Encoding", "gzip");
        assertThat(server.send(compressed).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON ; charset=UTF-8", "application/json;charset=\"utf-8\"; v=1"
            })
    void takesJsonHoweverItIsWritten(String type) throws Exception {
        HttpRequest.Builder request = server.request("/internal/echo")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"é\":1}"));
        expect(server.send(request), 200, "{\"é\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "null", "1", "true"})
    void answers422WhenTheJsonIsNoObject(String json) throws Exception {
        expect(
                server.post("/internal/echo", json),
                422,
                "{\"error\":\"Invalid request\",\"details\":[{\"field\":\"body\",\"message\":\"must be a JSON object\"}]}");
    }

    @Test
    void answers422WithAllFaultsOfARoute() throws Exception {
        expect(
                server.post("/internal/faulty", "{}"),
                422,
                "{\"error\":\"Invalid request\",\"details\":[{\"field\":\"discord_id\",\"message\":\"is missing\"},"
                        + "{\"field\":\"action\",\"message\":\"no\"}]}");
    }

    static void expect(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
