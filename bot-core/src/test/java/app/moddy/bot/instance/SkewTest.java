package app.moddy.bot.instance;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.time.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SkewTest {
    private final SettableClock clock = new SettableClock();

    private static Skew ahead(int seconds, int error) {
        return new Skew(Duration.ofSeconds(seconds), Duration.ofSeconds(error));
    }

    @Test
    void itIsMeasuredInTheMiddleOfAskingAndMayBeWrongByHalfOfIt() {
        long there = clock.instant().minusSeconds(10).toEpochMilli();
        Skew skew = Skew.of(clock, () -> {
            clock.advance(Duration.ofSeconds(4));
            return there;
        });
        assertThat(skew).isEqualTo(ahead(12, 2));
    }

    @Test
    void itIsOverALimitOnlyWhereTheErrorLeavesNoDoubt() {
        Duration limit = Duration.ofSeconds(5);
        assertThat(ahead(-8, 2).isSurelyOver(limit)).isTrue();
        assertThat(ahead(8, 3).isSurelyOver(limit)).isFalse();
        assertThat(ahead(8, 3).isSurelyWithin(limit)).isFalse();
        assertThat(ahead(-4, 1).isSurelyWithin(limit)).isTrue();
    }
}
