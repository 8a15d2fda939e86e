package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.LogLines;
import ch.qos.logback.classic.Level;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a caller may repeat without a second effect is answered before a route begins; afterwards nothing invites to it. */
class RouteTimeTest {
    private static final Endpoint ENDPOINT = Endpoint.get("/internal/slow");
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Pattern NO_ANSWER =
            Pattern.compile("\\{\"error\":\"No answer in time\",\"reference\":\"([0-9a-f]{8})\"}");

    @Test
    void answers500WithoutRetryAfterWhenARouteTakesTooLongAndDropsItsLateAnswer() throws Exception {
        CompletableFuture<ApiResponse> late = new CompletableFuture<>();
        try (LogLines log = LogLines.of(Intake.class);
                TestServer server =
                        TestServer.start(shortRoute(), new TestRoute(ENDPOINT, request -> late), TestRoute.hello());
                RawClient client = server.connect()) {
            RawClient.Answer answer = client.begin("GET " + ENDPOINT.path()).answer();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headers()).doesNotContainKey("Retry-After");
            Matcher body = NO_ANSWER.matcher(answer.body());
            assertThat(body.matches()).as(answer.body()).isTrue();
            assertThat(log.containing("reference " + body.group(1)))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getLevel()).isEqualTo(Level.WARN));
            late.complete(ApiResponse.ok("late"));
            assertThat(client.begin("GET /internal/hello").answer().body()).isEqualTo("{\"hello\":\"world\"}");
        }
    }

    @Test
    void dropsALateAnswerAlsoWhileTheFirstIsStillGoingOut() throws Exception {
        CompletableFuture<ApiResponse> late = new CompletableFuture<>();
        Limits limits = TestLimits.with()
                .turn(SHORT)
                .route(SHORT)
                .linger(Duration.ofMillis(300))
                .make();
        try (LogLines log = LogLines.of("org.xnio.nio");
                TestServer server = TestServer.start(limits, new TestRoute(ENDPOINT, request -> late));
                RawClient client = server.connect()) {
            // its body never comes, so that the connection stays open for a while after the answer
            client.begin("GET " + ENDPOINT.path(), "Content-Length: 10");
            assertThat(client.answer().status()).isEqualTo(500);
            late.complete(ApiResponse.ok("late"));
            assertThat(client.isClosed()).isTrue();
            assertThat(log.containing("failed with an exception")).isEmpty();
        }
    }

    @Test
    void aRouteThatAnswersAfterTheTimeToWaitForItsTurnIsInTime() throws Exception {
        CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
        Limits limits = TestLimits.with().turn(Duration.ofMillis(50)).make();
        try (TestServer server = TestServer.start(limits, new TestRoute(ENDPOINT, request -> answer));
                RawClient client = server.connect()) {
            client.begin("GET " + ENDPOINT.path());
            assertThat(client.isSilentFor(SHORT)).isTrue();
            answer.complete(ApiResponse.ok("done"));
            assertThat(client.answer().body()).isEqualTo("\"done\"");
        }
    }

    @Test
    void theTimeIsCountedFromTheEndOfTheBody() throws Exception {
        try (TestServer server = TestServer.start(shortRoute(), TestRoute.echo());
                RawClient slow = server.connect()) {
            slow.begin("POST /internal/echo", "Content-Type: application/json", "Content-Length: 2")
                    .write("{");
            assertThat(slow.isSilentFor(SHORT.multipliedBy(3))).isTrue();
            assertThat(slow.write("}").answer().body()).isEqualTo("{}");
        }
    }

    @Test
    void answers503BeforeItsTimeIsUpToWhatHasNoTurnAndNeverRunsIt() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Route blocking = TestRoute.answering(ENDPOINT, request -> {
            ran.incrementAndGet();
            entered.countDown();
            awaitUninterrupted(release);
            return ApiResponse.ok("done");
        });
        Limits limits = TestLimits.with().workers(1, 1).turn(SHORT).route(LONG).make();
        try (TestServer server = TestServer.start(limits, blocking)) {
            var first = server.sendAsync(server.request(ENDPOINT.path()));
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            // one of them waits in the queue, for the other there is no room
            var others = List.of(
                    server.sendAsync(server.request(ENDPOINT.path())),
                    server.sendAsync(server.request(ENDPOINT.path())));
            for (CompletableFuture<HttpResponse<String>> other : others) {
                HttpResponse<String> answer = other.get(5, TimeUnit.SECONDS);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(answer.body()).isEqualTo("{\"error\":\"Too many requests at once\"}");
            }
            release.countDown();
            assertThat(first.get(5, TimeUnit.SECONDS).body()).isEqualTo("\"done\"");
            // the only worker comes to this one after the one that waited
            assertThat(server.get(ENDPOINT.path()).body()).isEqualTo("\"done\"");
            assertThat(ran).hasValue(2);
        }
    }

    private static Limits shortRoute() {
        return TestLimits.with().turn(SHORT.dividedBy(2)).route(SHORT).make();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
