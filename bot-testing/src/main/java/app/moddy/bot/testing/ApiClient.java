package app.moddy.bot.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls the internal API of a bot, also of one in another process, over real HTTP. An answer that is not as {@code GET
 * /internal/openapi.json} describes it fails the test. Thread-safe.
 */
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String secret;
    private volatile @Nullable ApiContract contract;

    /**
     * One of a backend that has the secret.
     *
     * @param secret with which the bot is asked what it promises
     */
    public ApiClient(String secret) {
        this.secret = secret;
    }

    /** Sends it as it is. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        ApiContract promised = contract(request);
        HttpResponse<String> answer = exchange(request);
        if (promised != null) {
            promised.require(answer);
        }
        return answer;
    }

    /** Null while the bot does not say what it promises: it is stopping, or has gone. */
    private @Nullable ApiContract contract(HttpRequest request) throws InterruptedException {
        if (contract == null) {
            HttpRequest asking = HttpRequest.newBuilder(request.uri().resolve("/internal/openapi.json"))
                    .header("Authorization", "Bearer " + secret)
                    .timeout(PATIENCE)
                    .build();
            try {
                HttpResponse<String> document = exchange(asking);
                if (document.statusCode() == 200) {
                    contract = ApiContract.of(document.body());
                } else if (document.statusCode() != 503) {
                    throw new AssertionError("no promise: " + document.statusCode() + " " + document.body());
                }
            } catch (IOException gone) {
                return null;
            }
        }
        return contract;
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
