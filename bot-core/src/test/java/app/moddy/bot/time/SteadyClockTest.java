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
    private final SteadyClock durations = SteadyClock.forDurations(wall, nanos::get);
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
    void isRightAgainWhenTheOtherIsSetRight() {
        wall.advance(Duration.ofHours(-1));
        pass(Duration.ofSeconds(10));
        assertThat(told()).isEqualTo(Duration.ofSeconds(10));
        wall.advance(Duration.ofHours(1));
        assertThat(told()).isEqualTo(Duration.ofSeconds(10));
    }

    private Duration lasted() {
        return Duration.between(start, durations.instant());
    }

    /** Nanoseconds do not count the time for which a machine sleeps. */
    @Test
    void forDurationsASleepCountsAlsoWhileTheOtherIsBehind() {
        wall.advance(Duration.ofHours(-1));
        assertThat(lasted()).isZero();
        wall.advance(Duration.ofSeconds(40));
        assertThat(lasted()).isEqualTo(Duration.ofSeconds(40));
        pass(Duration.ofSeconds(3));
        assertThat(lasted()).isEqualTo(Duration.ofSeconds(43));
        wall.advance(Duration.ofHours(2));
        assertThat(lasted()).isEqualTo(Duration.ofSeconds(43).plusHours(2));
    }

    /** It is slowed down and sped up all the time, and read in coarse steps: that adds up to nothing. */
    @Test
    void forDurationsAClockThatIsSetBackAndGoesUnevenlyIsNotFollowed() {
        wall.advance(Duration.ofHours(-1));
        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(Duration.ofMillis(200).toNanos());
            assertThat(lasted()).isEqualTo(Duration.ofMillis(1_000L * i + 200));
            wall.advance(Duration.ofSeconds(1));
            assertThat(lasted()).isEqualTo(Duration.ofMillis(1_000L * i + 200));
            nanos.addAndGet(Duration.ofMillis(800).toNanos());
        }
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
