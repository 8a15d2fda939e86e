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

    /** To be copied: to make one takes longer than all the rest. As many as there are languages with texts and currencies. */
    private static final Map<Style, DecimalFormat> FORMATS = new ConcurrentHashMap<>();

    private record Style(Currency currency, Locale language) {}

    private Money() {}

    /**
     * @param amountMinor in the currency's smallest units: cents, or yen
     * @param code ISO 4217 in any case; an unknown one is shown as it is, with two digits
     */
    static String format(long amountMinor, String code, Locale language) {
        DecimalFormat format = format(code.toUpperCase(Locale.ROOT), language);
        String text = format.format(BigDecimal.valueOf(amountMinor, format.getMaximumFractionDigits()));
        return LETTER_MEETS_DIGIT.matcher(text).replaceAll(NO_BREAK_SPACE);
    }

    private static DecimalFormat format(String code, Locale language) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) { // callers may send any: these are not kept
            return showing(code, withDigits(DIGITS_OF_UNKNOWN_CURRENCY, language));
        }
        return (DecimalFormat) FORMATS.computeIfAbsent(new Style(currency, language), Money::formatOf)
                .clone();
    }

    private static DecimalFormat formatOf(Style style) {
        int digits = style.currency().getDefaultFractionDigits();
        DecimalFormat format = withDigits(digits < 0 ? DIGITS_OF_UNKNOWN_CURRENCY : digits, style.language());
        format.setCurrency(style.currency());
        boolean isNone = format.getDecimalFormatSymbols().getCurrencySymbol().equals(NO_CURRENCY);
        return isNone ? showing(style.currency().getCurrencyCode(), format) : format;
    }

    private static DecimalFormat withDigits(int digits, Locale language) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(language);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    private static DecimalFormat showing(String code, DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setCurrencySymbol(MarkdownEscaper.escapeName(code).text());
        format.setDecimalFormatSymbols(symbols);
        return format;
    }
}
