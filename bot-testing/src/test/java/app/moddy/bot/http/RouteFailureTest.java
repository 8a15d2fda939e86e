package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.LogLines;
import ch.qos.logback.classic.Level;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Routes that fail, in every way that they can, and those that say so themselves. */
class RouteFailureTest {
    private static final Endpoint ENDPOINT = Endpoint.get("/internal/failing");
    private static final Pattern INTERNAL_ERROR =
            Pattern.compile("\\{\"error\":\"Internal error\",\"reference\":\"([0-9a-f]{8})\"}");

    @Test
    void answers500WithTheLogsReferenceWhenARouteThrows() throws Exception {
        expect500(request -> {
            throw new IllegalStateException("secret detail");
        });
    }

    @Test
    void answers500WhenARouteThrowsAnError() throws Exception {
        expect500(request -> {
            throw new StackOverflowError("secret detail");
        });
    }

    @Test
    void answers500WhenTheStageFails() throws Exception {
        expect500(request -> CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("secret detail");
        }));
    }

    @Test
    @SuppressWarnings("NullAway") // what a plugin without NullAway may do
    void answers500WhenThereIsNoStage() throws Exception {
        expect500(request -> null);
    }

    @Test
    @SuppressWarnings("NullAway") // likewise
    void answers500WhenTheStageHasNoAnswer() throws Exception {
        expect500(request -> CompletableFuture.completedFuture(null));
    }

    @Test
    void answers500WhenTheAnswerHasNoFormInJson() throws Exception {
        expect500(request -> CompletableFuture.completedFuture(ApiResponse.ok(new Object())));
    }

    @Test
    void answersWhatAnApiExceptionSaysThrownOrCompleting() throws Exception {
        ApiException busy = ApiException.unavailable(Duration.ofMillis(1001), "Try later");
        for (Function<ApiRequest, CompletionStage<ApiResponse>> handler :
                List.<Function<ApiRequest, CompletionStage<ApiResponse>>>of(
                        request -> {
                            throw busy;
                        },
                        request -> CompletableFuture.failedFuture(busy),
                        request -> CompletableFuture.supplyAsync(() -> {
                            throw busy;
                        }))) {
            try (TestServer server = TestServer.start(new TestRoute(ENDPOINT, handler))) {
                HttpResponse<String> answer = server.get(ENDPOINT.path());
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).isEqualTo("{\"error\":\"Try later\"}");
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            }
        }
    }

    private static void expect500(Function<ApiRequest, CompletionStage<ApiResponse>> handler) throws Exception {
        try (LogLines log = LogLines.of(RouteRun.class);
                TestServer server = TestServer.start(new TestRoute(ENDPOINT, handler))) {
            HttpResponse<String> answer = server.get(ENDPOINT.path());
            assertThat(answer.statusCode()).isEqualTo(500);
            Matcher body = INTERNAL_ERROR.matcher(answer.body());
            assertThat(body.matches()).as(answer.body()).isTrue();
            assertThat(log.containing("reference " + body.group(1)))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                        assertThat(line.getThrowableProxy()).isNotNull();
                    });
        }
    }
}
