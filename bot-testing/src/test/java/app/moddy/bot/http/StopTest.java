package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end: those under way finish, nobody else begins. */
class StopTest {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CompletableFuture<ApiResponse> pending = new CompletableFuture<>();
    private final CompletableFuture<Thread> worker = new CompletableFuture<>();
    private final TestServer server = TestServer.start(
            new TestRoute(Endpoint.get("/internal/pending"), request -> {
                entered.countDown();
                return pending;
            }),
            TestRoute.answering(Endpoint.get("/internal/worker"), request -> {
                worker.complete(Thread.currentThread());
                return ApiResponse.ok("seen");
            }),
            TestRoute.hello());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void finishesWhatIsUnderWayAndRefusesTheRest() throws Exception {
        try (RawClient keptAlive = server.connect()) {
            assertThat(keptAlive.begin("GET /internal/hello").answer().status()).isEqualTo(200);
            int port = server.port();
            CompletableFuture<HttpResponse<String>> underWay = server.sendAsync(server.request("/internal/pending"));
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(
                    () -> server.server().stop(GRACE), task -> new Thread(task, "stopping").start());
            // with pauses: each look is a connection, and thousands keep the server from answering for seconds
            Eventually.isTrue("no connections are taken", () -> !accepts(port));

            RawClient.Answer refused = firstRefusal(keptAlive);
            assertThat(refused.headers()).containsEntry("Retry-After", "1").containsEntry("Connection", "close");
            assertThat(refused.body()).isEqualTo("{\"error\":\"The bot is stopping\"}");
            assertThat(keptAlive.isClosed()).isTrue();
            assertThat(stopping).isNotDone();

            pending.complete(ApiResponse.ok(List.of("done")));
            HttpResponse<String> finished = underWay.get(5, TimeUnit.SECONDS);
            assertThat(finished.body()).isEqualTo("[\"done\"]");
            assertThat(finished.headers().firstValue("Connection")).hasValue("close");
            assertThat(stopping).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void endsAfterTheGracePeriodWhateverIsUnderWay() throws Exception {
        CompletableFuture<HttpResponse<String>> underWay = server.sendAsync(server.request("/internal/pending"));
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
        server.server().stop(Duration.ofMillis(200));
        assertThat(underWay).failsWithin(Duration.ofSeconds(5));
        pending.complete(ApiResponse.ok("too late"));
    }

    @Test
    void closesIdleConnectionsAtTheEnd() throws Exception {
        try (RawClient idle = server.connect()) {
            assertThat(idle.begin("GET /internal/hello").answer().status()).isEqualTo(200);
            server.server().stop(GRACE);
            assertThat(idle.isClosed()).isTrue();
        }
    }

    @Test
    void isOverOnceForAllAndLeavesNoWorker() throws Exception {
        server.get("/internal/worker");
        server.server().stop(GRACE);
        server.server().stop(GRACE);
        Thread left = worker.join();
        left.join(5000);
        assertThat(left.isAlive()).isFalse();
        assertThatThrownBy(server::port)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the server is not running");
        assertThatThrownBy(() -> server.server().start(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopsBeforeItHasStarted() {
        ApiServer never = new ApiServer(TestServer.settings("::", 0), Limits.DEFAULTS, new MetricsRegistry().core());
        never.stop(GRACE);
        assertThatThrownBy(() -> never.start(List.of())).isInstanceOf(IllegalStateException.class);
    }

    /** Between the end of accepting and the refusing there is a moment. */
    private static RawClient.Answer firstRefusal(RawClient client) throws IOException {
        RawClient.Answer answer = client.begin("GET /internal/hello").answer();
        for (int i = 0; answer.status() == 200 && i < 1000; i++) {
            answer = client.begin("GET /internal/hello").answer();
        }
        assertThat(answer.status()).isEqualTo(503);
        return answer;
    }

    private static boolean accepts(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
