package app.moddy.bot.message;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Writes amounts of money in a language's format. */
final class Money {
    private static final int DIGITS_OF_UNKNOWN_CURRENCY = 2;
    private static final Pattern LETTER_MEETS_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final String NO_BREAK_SPACE = "\u00A0";

    /** The JDK's symbol for XXX, which is a code for no currency. */
    private static final String NO_CURRENCY = "\u00A4";

    /** To be copied: to make one takes longer than all the rest. As many as there are languages with texts. */
    private static final Map<Locale, DecimalFormat> FORMATS = new ConcurrentHashMap<>();

    private Money() {}

    /**
     * @param amountMinor in the currency's smallest units: cents, or yen
     * @param code ISO 4217 in any case; an unknown one is shown as it is, with two digits
     */
    static String format(long amountMinor, String code, Locale language) {
        DecimalFormat format = (DecimalFormat)
                FORMATS.computeIfAbsent(language, Money::formatOf).clone();
        int digits = currency(format, code.toUpperCase(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        String text = format.format(BigDecimal.valueOf(amountMinor, digits));
        return LETTER_MEETS_DIGIT.matcher(text).replaceAll(NO_BREAK_SPACE);
    }

    private static DecimalFormat formatOf(Locale language) {
        return (DecimalFormat) NumberFormat.getCurrencyInstance(language);
    }

    /** Sets the format's currency and says how many digits it has. */
    private static int currency(DecimalFormat decimal, String code) {
        int digits = -1;
        try {
            Currency currency = Currency.getInstance(code);
            decimal.setCurrency(currency);
            digits = currency.getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            showAs(code, decimal);
        }
        if (decimal.getDecimalFormatSymbols().getCurrencySymbol().equals(NO_CURRENCY)) {
            showAs(code, decimal);
        }
        return digits < 0 ? DIGITS_OF_UNKNOWN_CURRENCY : digits;
    }

    private static void showAs(String code, DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrencySymbol(MarkdownEscaper.escapeName(code).text());
        format.setDecimalFormatSymbols(symbols);
    }
}
