package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WirePaceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // nanoTime() may overflow
    private final WirePace pace = new WirePace(45, nanos::get);

    @Test
    void aCrowdGoesOutAtThePaceWithAFewAtOnce() {
        long inTheFirstSecond = 0;
        for (int i = 0; i < 200; i++) {
            if (pace.reserve() <= TimeUnit.SECONDS.toNanos(1)) {
                inTheFirstSecond++;
            }
        }
        assertThat(inTheFirstSecond).isBetween(45L, 50L);
    }

    @Test
    void ofTwoInstancesEachHasHalf() {
        pace.divide(2);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        long inTheFirstSecond = 0;
        for (int i = 0; i < 200; i++) {
            if (pace.reserve() <= TimeUnit.SECONDS.toNanos(1)) {
                inTheFirstSecond++;
            }
        }
        assertThat(inTheFirstSecond).isBetween(22L, 25L);
    }

    @Test
    void whoKeepsThePaceNeverWaits() {
        for (int i = 0; i < 200; i++) {
            assertThat(pace.reserve()).isLessThanOrEqualTo(0);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1) / 45 + 1);
        }
    }

    @Test
    void aLongSilenceSavesUpNoMoreThanAFew() {
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        long atOnce = 0;
        while (pace.reserve() <= 0) {
            atOnce++;
        }
        assertThat(atOnce).isEqualTo(4);
    }
}
