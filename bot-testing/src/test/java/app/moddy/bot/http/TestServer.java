package app.moddy.bot.http;

import app.moddy.bot.config.Secret;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.openapi.TestedApi;
import app.moddy.bot.testing.ApiContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A running server on a free port, and a client of it: an answer that is not as the API's description has it fails the test. */
final class TestServer implements AutoCloseable {
    static final String SECRET = "sixteen-characters-or-more";
    static final String SECOND_SECRET = "the-one-being-rotated-in-é";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ApiServer server;
    private final ApiContract contract;

    private TestServer(ApiServer server, ApiContract contract) {
        this.server = server;
        this.contract = contract;
    }

    static TestServer start(Route... routes) {
        return start(Limits.DEFAULTS, routes);
    }

    static TestServer start(Limits limits, Route... routes) {
        ApiServer server = new ApiServer(settings("::", 0), limits, new MetricsRegistry().core());
        server.start(List.of(routes));
        List<Endpoint> endpoints =
                Arrays.stream(routes).map(Route::endpoint).distinct().toList();
        return new TestServer(server, ApiContract.of(TestedApi.document(endpoints)));
    }

    static HttpSettings settings(String host, int port) {
        return new HttpSettings(host, port, List.of(Secret.of(SECRET), Secret.of(SECOND_SECRET)));
    }

    ApiServer server() {
        return server;
    }

    int port() {
        return server.port();
    }

    RawClient connect() throws IOException {
        return connect("127.0.0.1");
    }

    RawClient connect(String address) throws IOException {
        return new RawClient(address, port(), contract);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(posting(path, json));
    }

    HttpRequest.Builder posting(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
    }

    /** With the right token. */
    HttpRequest.Builder request(String path) {
        return requestWithoutToken(path).header("Authorization", "Bearer " + SECRET);
    }

    HttpRequest.Builder requestWithoutToken(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        contract.require(answer);
        return answer;
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(answer -> {
            contract.require(answer);
            return answer;
        });
    }

    @Override
    public void close() {
        server.stop(Duration.ZERO);
    }
}
