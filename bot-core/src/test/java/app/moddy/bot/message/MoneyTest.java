package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ~ stands for a no-break space, ^ for a narrow one. */
class MoneyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    9900       | eur | en-US | €99.00
                    9900       | EUR | fr    | 99,00~€
                    123456789  | Usd | en-US | $1,234,567.89
                    123456789  | usd | fr    | 1^234^567,89~$US
                    9900       | jpy | en-US | ¥9,900
                    9900       | jpy | ja    | ￥9,900
                    12345      | kwd | en-US | KWD~12.345
                    12345      | KWD | fr    | 12,345~KWD
                    -500       | eur | en-US | -€5.00
                    -500       | eur | fr    | -5,00~€
                    -12345     | kwd | en-US | -KWD~12.345
                    1999       | zzz | en-US | ZZZ~19.99
                    1999       | zzz | fr    | 19,99~ZZZ
                    -1         | zzz | en-US | -ZZZ~0.01
                    5          | xau | en-US | XAU~0.05
                    500        | xxx | en-US | XXX~5.00
                    500        | xxx | fr    | 5,00~XXX
                    0          | eur | en-US | €0.00
                    9900       | eur | de    | 99,00~€
                    -9223372036854775808 | eur | en-US | -€92,233,720,368,547,758.08
                    """)
    void writesAmountsInTheCurrencysUnitsAndTheLanguagesFormat(
            long amountMinor, String currency, String language, String expected) {
        String shown = Money.format(amountMinor, currency, Locale.forLanguageTag(language));
        assertThat(shown.replace('\u00a0', '~').replace('\u202f', '^')).isEqualTo(expected);
    }

    @Test
    void letsNoMarkdownInThroughACurrencyCode() {
        assertThat(Money.format(100, "**", Locale.US)).contains("\\*\\*");
    }

    @Test
    void showsNothingWithoutAnAmount() {
        assertThat(ExampleTemplates.describe("[{{ amount | money(currency) }}]", Map.of("currency", "eur")))
                .isEqualTo("[]");
    }

    @Test
    void writesNegativeAmountsAtTheStartOfALineWithoutABackslash() {
        assertThat(ExampleTemplates.describe("{{ amount | money('usd') }}", Map.of("amount", -100)))
                .isEqualTo("-$1.00");
    }

    @Test
    void followsTheLanguageOfTheFile() {
        assertThat(ExampleTemplates.describe("{{ amount | money }}", Map.of("amount", 5), DiscordLocale.GERMAN))
                .isEqualTo("0,05\u00a0€");
    }
}
