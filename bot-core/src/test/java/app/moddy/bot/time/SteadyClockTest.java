package app.moddy.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private final SettableClock wall = new SettableClock();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteadyClock steady = new SteadyClock(wall, nanos::get);
    private final Instant start = wall.instant();

    /** Both go on. */
    private void pass(Duration time) {
        wall.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private Duration told() {
        return Duration.between(start, steady.instant());
    }

    @Test
    void tellsTheTimeOfTheOther() {
        assertThat(told()).isZero();
        pass(Duration.ofHours(3));
        assertThat(told()).isEqualTo(Duration.ofHours(3));
        assertThat(steady.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void goesOnAtItsPaceWhenTheOtherIsSetBack() {
        pass(Duration.ofMinutes(1));
        wall.advance(Duration.ofHours(-1));
        assertThat(told()).isEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(10));
        assertThat(told()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void jumpsWithTheOtherWhenItIsSetForwardOrTheMachineHasSlept() {
        wall.advance(Duration.ofHours(8));
        assertThat(told()).isEqualTo(Duration.ofHours(8));
        pass(Duration.ofSeconds(1));
        assertThat(told()).isEqualTo(Duration.ofHours(8).plusSeconds(1));
    }

    @Test
    void neverGoesBackWhateverTheOtherDoes() {
        Instant last = steady.instant();
        for (int minutes : new int[] {5, -30, 2, -1, 60, -60, 0}) {
            wall.advance(Duration.ofMinutes(minutes));
            nanos.addAndGet(1_000_000);
            assertThat(steady.instant()).isAfter(last);
            last = steady.instant();
        }
    }
}
