package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.time.SettableClock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final SettableClock clock = new SettableClock();
    private final Backoff backoff = new Backoff(clock, new Random(1));

    private Duration next(int attempts, Duration atLeast) {
        return Duration.between(clock.instant(), backoff.next(attempts, atLeast));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "9, 256", "10, 512", "11, 600", "12, 600", "10000, 600"})
    void doublesUpToTenMinutesAndIsShortenedByUpToAHalf(int attempts, int mostSeconds) {
        for (int i = 0; i < 1_000; i++) {
            assertThat(next(attempts, Duration.ZERO))
                    .isBetween(Duration.ofMillis(mostSeconds * 500L), Duration.ofSeconds(mostSeconds));
        }
    }

    @Test
    void isNeverEarlierThanDiscordAsksForAndLittleLater() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(next(1, Duration.ofSeconds(30))).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
            assertThat(next(10, Duration.ofSeconds(30))).isBetween(Duration.ofSeconds(256), Duration.ofSeconds(512));
        }
    }

    @Test
    void doesNotBringAllBackAtOnce() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> next(1, Duration.ofSeconds(30)))
                        .distinct())
                .hasSizeGreaterThan(90);
    }
}
