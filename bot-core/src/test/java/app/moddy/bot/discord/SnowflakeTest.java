package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeTest {
    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567", "123456789012345678", "9223372036854775807"})
    void takesSeventeenToNineteenDigits(String text) {
        assertThat(Snowflake.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-123456789012345678",
                "1234567890123456",
                "9223372036854775808",
                "18446744073709551616",
                "abc",
                " 123456789012345678",
                "123456789012345678 ",
                "１２３４５６７８９０１２３４５６７８",
                "012345678901234567",
                "123456789012345678.0"
            })
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snowflake.parse(text))
                .withMessageContaining("must be a Discord id");
    }

    @Test
    void isNeverTooSmall() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Snowflake(0));
    }
}
