package app.moddy.bot.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads strings, whole numbers and booleans from whatever a JSON parser gives, if there is only one way to take it. */
final class ScalarReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final String WHOLE = "must be a whole number";

    /** A BigDecimal may stand for a billion digits: beyond this it is neither compared nor written out. */
    private static final int MAX_DIGITS = 60;

    private ScalarReader() {}

    static Reading text(Object raw) {
        if (raw instanceof String string) {
            String text = VisibleText.orNull(string);
            return text == null ? Reading.MISSING : Reading.of(text);
        } else if (raw instanceof Boolean) {
            return Reading.of(raw.toString());
        }
        BigDecimal number = decimal(raw);
        return number == null ? Reading.unreadable("must be a string") : Reading.of(number.toPlainString());
    }

    static Reading number(Object raw) {
        BigDecimal number = decimal(raw);
        return number == null ? Reading.unreadable(WHOLE) : whole(number);
    }

    static Reading flag(Object raw) {
        if (raw instanceof Boolean) {
            return Reading.of(raw);
        }
        String text = raw instanceof String string ? VisibleText.stripped(string) : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Reading.of(text.equalsIgnoreCase("true"));
        }
        return Reading.unreadable("must be true or false");
    }

    private static Reading whole(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.scale() > 0) {
            return Reading.unreadable(WHOLE);
        }
        BigInteger integer = bare.toBigInteger();
        return integer.bitLength() > 63
                ? Reading.unreadable("must be a whole number between -2^63 and 2^63-1")
                : Reading.of(integer.longValue());
    }

    /** Null if it is no number, nor a string of one, or one of absurd size. */
    static @Nullable BigDecimal decimal(Object raw) {
        if (raw instanceof String string) {
            String text = VisibleText.stripped(string);
            return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        } else if (raw instanceof Integer || raw instanceof Long) {
            return BigDecimal.valueOf(((Number) raw).longValue());
        } else if (raw instanceof Double number) {
            return Double.isFinite(number) ? modest(BigDecimal.valueOf(number)) : null;
        } else if (raw instanceof BigInteger integer) {
            return integer.bitLength() > 3 * MAX_DIGITS ? null : new BigDecimal(integer);
        } else {
            return raw instanceof BigDecimal number ? modest(number) : null;
        }
    }

    private static @Nullable BigDecimal modest(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        boolean absurd =
                number.unscaledValue().bitLength() > 4 * MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
        return absurd ? null : number;
    }
}
