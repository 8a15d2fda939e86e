package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.metrics.MetricsRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it listens, and what it says when it can not. */
class ListenTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void isReachedByIPv4AndIPv6(String address) throws Exception {
        try (TestServer server = TestServer.start(TestRoute.hello());
                RawClient client = server.connect(address)) {
            assertThat(client.begin("GET /internal/hello").answer().status()).isEqualTo(200);
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("::"))) {
            ApiServer server = new ApiServer(
                    TestServer.settings("::", taken.getLocalPort()), Limits.DEFAULTS, new MetricsRegistry().core());
            assertThatThrownBy(() -> server.start(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot listen on port %d: another program has it; set INTERNAL_PORT to a free one"
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void namesTheAddressThatIsNotOurs() {
        ApiServer server =
                new ApiServer(TestServer.settings("192.0.2.1", 0), Limits.DEFAULTS, new MetricsRegistry().core());
        assertThatThrownBy(() -> server.start(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot listen on 192.0.2.1, port 0: ");
    }

    @Test
    void namesTheHostThatIsNone() {
        ApiServer server =
                new ApiServer(TestServer.settings("host.invalid", 0), Limits.DEFAULTS, new MetricsRegistry().core());
        assertThatThrownBy(() -> server.start(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot listen on host.invalid, port 0: host.invalid");
    }

    @Test
    void refusesTwoRoutesOfTheSameEndpointAndNamesBoth() {
        ApiServer server = new ApiServer(TestServer.settings("::", 0), Limits.DEFAULTS, new MetricsRegistry().core());
        assertThatThrownBy(() -> server.start(List.of(TestRoute.hello(), TestRoute.live(), TestRoute.hello())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two routes answer GET /internal/hello: %s and %s"
                        .formatted(TestRoute.class.getName(), TestRoute.class.getName()));
    }

    @Test
    void startsOnce() {
        try (TestServer server = TestServer.start(TestRoute.hello())) {
            assertThatThrownBy(() -> server.server().start(List.of())).isInstanceOf(IllegalStateException.class);
        }
    }
}
