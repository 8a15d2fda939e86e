package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void answers503WhenARouteTakesTooLongAndDropsItsLateAnswer() throws Exception {
        CompletableFuture<ApiResponse> late = new CompletableFuture<>();
        Limits limits = TestLimits.with().route(Duration.ofMillis(200)).make();
        try (LogLines log = LogLines.of(Intake.class);
                TestServer server = TestServer.start(
                        limits, new TestRoute(Endpoint.get("/internal/slow"), request -> late), TestRoute.hello());
                RawClient client = server.connect()) {
            RawClient.Answer answer = client.begin("GET /internal/slow").answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsEntry("Retry-After", "1");
            assertThat(answer.body()).isEqualTo("{\"error\":\"No answer in time\"}");
            assertThat(log.containing("GET /internal/slow has not answered")).hasSize(1);
            late.complete(ApiResponse.ok("late"));
            assertThat(client.begin("GET /internal/hello").answer().body()).isEqualTo("{\"hello\":\"world\"}");
        }
    }

    @Test
    void dropsALateAnswerAlsoWhileTheFirstIsStillGoingOut() throws Exception {
        CompletableFuture<ApiResponse> late = new CompletableFuture<>();
        Limits limits = TestLimits.with()
                .route(Duration.ofMillis(200))
                .linger(Duration.ofMillis(300))
                .make();
        try (LogLines log = LogLines.of("org.xnio.nio");
                TestServer server = TestServer.start(limits, new TestRoute(ENDPOINT, request -> late));
                RawClient client = server.connect()) {
            // its body never comes, so that the connection stays open for a while after the answer
            client.begin("GET " + ENDPOINT.path(), "Content-Length: 10");
            assertThat(client.answer().status()).isEqualTo(503);
            late.complete(ApiResponse.ok("late"));
            assertThat(client.isClosed()).isTrue();
            assertThat(log.containing("failed with an exception")).isEmpty();
        }
    }

    @Test
    void answers503WhenTheQueueIsFullAndNeverRunsWhatWaitedTooLong() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(2);
        Route blocking = TestRoute.answering(ENDPOINT, request -> {
            entered.countDown();
            ran.countDown();
            awaitUninterrupted(release);
            return ApiResponse.ok("done");
        });
        Limits limits =
                TestLimits.with().workers(1, 1).route(Duration.ofMillis(500)).make();
        try (TestServer server = TestServer.start(limits, blocking);
                RawClient waiting = server.connect()) {
            var first = server.sendAsync(server.request(ENDPOINT.path()));
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            var second = server.sendAsync(server.request(ENDPOINT.path()));
            var third = server.sendAsync(server.request(ENDPOINT.path()));
            CompletableFuture.anyOf(second, third).get(5, TimeUnit.SECONDS);
            assertThat(List.of(
                            first.get().statusCode(),
                            second.get().statusCode(),
                            third.get().statusCode()))
                    .containsOnly(503);
            assertThat(List.of(second.get().body(), third.get().body()))
                    .containsExactlyInAnyOrder(
                            "{\"error\":\"Too many requests at once\"}", "{\"error\":\"No answer in time\"}");
            release.countDown();
            assertThat(waiting.begin("GET /internal/none").answer().status()).isEqualTo(404);
            assertThat(ran.getCount()).isEqualTo(1);
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

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
