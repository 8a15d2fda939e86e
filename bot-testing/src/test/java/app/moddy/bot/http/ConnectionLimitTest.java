package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!waiting.isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(end);
                List<RawClient> served = takeAnswered(waiting);
                assertThat(served).hasSizeLessThanOrEqualTo(8);
                for (RawClient client : served) {
                    client.close();
                }
            }
        }
    }

    /** Those that have an answer by now; none of them goes before the caller closes it. */
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
