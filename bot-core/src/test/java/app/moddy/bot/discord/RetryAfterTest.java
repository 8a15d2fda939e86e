package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0.75, 1",
        "' 3 ', 3",
        "0, 1",
        "-1, 1",
        "NaN, 5",
        "1e30, 86400",
        "'Wed, 21 Oct 2026 07:28:00 GMT', 5"
    })
    void isWholeSecondsWhateverAProxyWrites(String told, long seconds) {
        assertThat(RetryAfter.seconds(told)).isEqualTo(seconds);
    }

    @Test
    void isFiveSecondsWhenNothingIsTold() {
        assertThat(RetryAfter.seconds(null)).isEqualTo(5);
    }
}
