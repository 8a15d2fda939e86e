package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ToldLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final ToldLimits limits = new ToldLimits(nanos::get);

    private boolean isPutOff() {
        AtomicBoolean putOff = new AtomicBoolean();
        Errand errand = new Errand(Clock.systemUTC(), Duration.ofMinutes(1), () -> true, new FakeTraffic(), 1);
        limits.putOffUnlessSoonOver(new Attempt(
                WireKey.posting("7", new Snowflake(300_000_000_000_000_001L)), errand, () -> putOff.set(true)));
        return putOff.get();
    }

    /** Slots are given again by another clock: who got one a moment before the limit is over would be put off for that moment. */
    @Test
    void whatIsAllButOverPutsNothingOff() {
        limits.toldOfAll("HTTP 429", Duration.ofSeconds(4));
        assertThat(isPutOff()).isTrue();
        nanos.addAndGet(Duration.ofMillis(3_700).toNanos());
        assertThat(isPutOff()).isTrue();
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(isPutOff()).isFalse();
    }
}
