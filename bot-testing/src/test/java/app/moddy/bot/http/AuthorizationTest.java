package app.moddy.bot.http;

import static app.moddy.bot.http.ContractTableTest.expect;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the contract's first table that are about the token. */
class AuthorizationTest {
    private final TestServer server = TestServer.start(TestRoute.hello(), TestRoute.live());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answers401WithoutAuthorization() throws Exception {
        HttpResponse<String> answer = server.send(server.requestWithoutToken("/internal/hello"));
        expect(answer, 401, "{\"error\":\"Missing Authorization header\"}");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic " + TestServer.SECRET,
                TestServer.SECRET,
                "Bearer",
                "Bearer ",
                "Bearer" + TestServer.SECRET,
                ""
            })
    void answers401ForAnythingButBearer(String header) throws Exception {
        HttpRequest.Builder request =
                server.requestWithoutToken("/internal/hello").header("Authorization", header);
        expect(server.send(request), 401, "{\"error\":\"Invalid Authorization format\"}");
    }

    @Test
    void answers401ForTwoAuthorizationHeadersEvenWhenBothAreRight() throws Exception {
        HttpRequest.Builder request =
                server.request("/internal/hello").header("Authorization", "Bearer " + TestServer.SECRET);
        expect(server.send(request), 401, "{\"error\":\"Invalid Authorization format\"}");
    }

    @Test
    void answers403ToAWrongSecret() throws Exception {
        HttpRequest.Builder request = server.requestWithoutToken("/internal/hello")
                .header("Authorization", "Bearer " + TestServer.SECRET + "x");
        expect(server.send(request), 403, "{\"error\":\"Invalid internal API secret\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void takesTheSchemeInAnyCase(String scheme) throws Exception {
        HttpRequest.Builder request =
                server.requestWithoutToken("/internal/hello").header("Authorization", scheme + TestServer.SECRET);
        expect(server.send(request), 200, "{\"hello\":\"world\"}");
    }

    @Test
    void takesEverySecretAlsoOneThatIsNotAscii() throws Exception {
        String utf8 = new String(TestServer.SECOND_SECRET.getBytes(UTF_8), ISO_8859_1);
        try (RawClient client = server.connect()) {
            client.write("GET /internal/hello HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + utf8 + "\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void answersAnOpenRouteWithoutToken() throws Exception {
        expect(server.send(server.requestWithoutToken("/internal/health/live")), 200, "{\"status\":\"up\"}");
    }

    @Test
    void answers401ForAnotherMethodOfAnOpenRoute() throws Exception {
        HttpRequest.Builder request =
                server.requestWithoutToken("/internal/health/live").DELETE();
        expect(server.send(request), 401, "{\"error\":\"Missing Authorization header\"}");
    }
}
