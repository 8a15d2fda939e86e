package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clients of these tests let no answer pass that nobody has described. */
class CheckedAnswersTest {
    private static final Route TEAPOT =
            TestRoute.answering(Endpoint.get("/internal/tea"), request -> ApiResponse.of(418, Map.of("tea", "none")));

    @Test
    void anAnswerThatIsNotDescribedFailsTheTest() throws Exception {
        String breach = "GET /internal/tea answers 418, which is not described";
        try (TestServer server = TestServer.start(TEAPOT);
                RawClient client = server.connect()) {
            assertThatThrownBy(() -> server.get("/internal/tea"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(breach);
            assertThatThrownBy(() -> client.begin("GET /internal/tea").answer())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(breach);
        }
    }
}
