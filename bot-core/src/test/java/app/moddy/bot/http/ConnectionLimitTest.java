package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More connections than there may be wait, and have their turn when others go. */
class ConnectionLimitTest {
    @Test
    void servesNoMoreConnectionsThanTheLimitAndTheRestAfterwards() throws Exception {
        Limits limits = TestLimits.with().connections(8).make();
        List<RawClient> waiting = new ArrayList<>();
        try (TestServer server = TestServer.start(limits, TestRoute.hello())) {
            for (int i = 0; i < 24; i++) {
                waiting.add(server.connect().begin("GET /internal/hello"));
            }
            List<RawClient> served = takeAnswered(waiting);
            assertThat(served).hasSizeBetween(1, 8);
            while (!waiting.isEmpty()) {
                for (RawClient client : served) {
                    client.close();
                }
                served = takeAnswered(waiting);
                assertThat(served).hasSizeBetween(1, 8);
            }
        }
    }

    /** Those that have an answer; when one has, the others may take a moment more. */
    private static List<RawClient> takeAnswered(List<RawClient> waiting) throws IOException {
        List<RawClient> answered = new ArrayList<>();
        for (RawClient client : List.copyOf(waiting)) {
            if (!client.isSilentFor(Duration.ofMillis(50))) {
                assertThat(client.answer().status()).isEqualTo(200);
                waiting.remove(client);
                answered.add(client);
            }
        }
        return answered;
    }
}
