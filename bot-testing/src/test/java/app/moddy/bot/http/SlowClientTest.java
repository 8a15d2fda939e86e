package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is slow or silent holds nothing for long. */
class SlowClientTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String[] POSTING = {"Content-Type: application/json", "Content-Length: 50000"};

    private final Timer clock = new Timer("trickle", true);

    @AfterEach
    void stopClock() {
        clock.cancel();
    }

    @Test
    void whoNeverSaysAWordIsNotTakenForSomebodyWhoRests() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().header(SHORT).idle(LONG).make(), TestRoute.hello());
                RawClient silent = server.connect()) {
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void norIsWhoHasTheAddressThatAnotherHadBefore() throws Exception {
        InetAddress nobodyElses = InetAddress.getByAddress(new byte[] {127, 0, 0, 77});
        try (TestServer server = TestServer.start(
                        TestLimits.with().header(SHORT).idle(LONG).make(), TestRoute.hello());
                Socket second = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            int port;
            try (Socket first = new Socket()) {
                first.bind(new InetSocketAddress(nobodyElses, 0));
                first.connect(address);
                first.setSoLinger(true, 0); // its end is a reset, after which the address is free at once
                port = first.getLocalPort();
            }
            second.bind(new InetSocketAddress(nobodyElses, port));
            second.connect(address);
            second.setSoTimeout(5_000);
            assertThat(second.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void closesAConnectionWithoutARequest() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().idle(SHORT).header(LONG).make(), TestRoute.hello());
                RawClient silent = server.connect()) {
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void closesAKeptAliveConnectionThatIsIdle() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().idle(SHORT).header(LONG).make(), TestRoute.hello());
                RawClient idle = server.connect()) {
            idle.begin("GET /internal/hello");
            assertThat(idle.answer().status()).isEqualTo(200);
            assertThat(idle.isClosed()).isTrue();
        }
    }

    @Test
    void closesAfterHalfAHeader() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().header(SHORT).idle(LONG).make(), TestRoute.hello());
                RawClient half = server.connect()) {
            half.write("GET /internal/hello HTTP/1.1\r\nHost: te");
            assertThat(half.isClosed()).isTrue();
        }
    }

    @Test
    void closesOnAHeaderThatTrickles() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().header(SHORT).idle(LONG).make(), TestRoute.hello());
                RawClient trickling = server.connect()) {
            trickling.write("GET /internal/hello HTTP/1.1\r\nHost: ");
            trickle(trickling, "x");
            assertThat(trickling.isClosed()).isTrue();
        }
    }

    @Test
    void answers408ToABodyThatNeverComes() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().body(SHORT).linger(SHORT).make(), TestRoute.echo());
                RawClient silent = server.connect()) {
            silent.begin("POST /internal/echo", POSTING);
            assertThat(silent.answer().status()).isEqualTo(408);
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void answers408ToABodyThatTrickles() throws Exception {
        try (TestServer server = TestServer.start(
                        TestLimits.with().body(SHORT).linger(SHORT).make(), TestRoute.echo());
                RawClient trickling = server.connect()) {
            trickling.begin("POST /internal/echo", POSTING);
            trickle(trickling, " ");
            assertThat(trickling.answer().status()).isEqualTo(408);
            assertThat(trickling.isClosed()).isTrue();
        }
    }

    @Test
    void closesWhenTheCallerDoesNotReadItsAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Route large = TestRoute.answering(Endpoint.get("/internal/large"), request -> {
            asked.countDown();
            return ApiResponse.ok("x".repeat(20_000_000));
        });
        try (TestServer server = TestServer.start(TestLimits.with().write(SHORT).make(), large);
                RawClient deaf = server.connect()) {
            deaf.begin("GET /internal/large");
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            // a call ends when its time is up: only then does stopping not wait for it
            assertThat(timeToStop(server)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void forgetsACallerThatLeavesInTheMiddleOfItsBody() throws Exception {
        try (TestServer server = TestServer.start(TestLimits.with().body(LONG).make(), TestRoute.echo())) {
            try (RawClient leaving = server.connect()) {
                leaving.begin(
                        "POST /internal/echo",
                        "Content-Type: application/json",
                        "Content-Length: 50000",
                        "Expect: 100-continue");
                assertThat(leaving.answer().status()).isEqualTo(100);
                leaving.write("{");
            }
            assertThat(timeToStop(server)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Duration timeToStop(TestServer server) {
        long start = System.nanoTime();
        server.server().stop(LONG);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void trickle(RawClient client, String text) {
        TimerTask writing = new TimerTask() {
            @Override
            public void run() {
                try {
                    client.write(text);
                } catch (IOException closed) {
                    cancel();
                }
            }
        };
        clock.scheduleAtFixedRate(writing, 0, 20);
    }
}
