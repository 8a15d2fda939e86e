package app.moddy.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.world.WorldClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Windows of channels that nobody writes to any more. */
class RateLimitsMemoryTest {
    private final WorldClock clock = new WorldClock();
    private final RateLimits limits = new RateLimits(clock, Map.of("send", new Limit(5, Duration.ofSeconds(5))), null);
    private final Route send =
            new Route("POST", "/channels/{channel_id}/messages", true, "send", request -> Answer.noContent());

    @Test
    void forgetsWindowsThatAreOver() {
        for (int channel = 0; channel < 100; channel++) {
            limits.count(send, Map.of("channel_id", Integer.toString(channel)));
        }
        assertThat(limits.windows()).isEqualTo(100);
        clock.advance(Duration.ofSeconds(6));
        limits.count(send, Map.of("channel_id", "100"));
        assertThat(limits.windows()).isEqualTo(1);
    }
}
