package app.moddy.bot.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one form: two are the same text when they mean the same. Order of keys and escapes are those of
 * <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>. Departing from it, numbers keep all their digits: it would make
 * doubles of them, and two that differ in the twentieth digit would be one.
 */
final class CanonicalJson {
    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /** SHA-256 of the form in UTF-8, in lower-case hex. */
    static String hash(Map<String, @Nullable Object> object) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(of(object).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param object of the types that {@link ApiRequest#body} has */
    static String of(Map<String, @Nullable Object> object) {
        CanonicalJson json = new CanonicalJson();
        json.value(object);
        return json.text.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Number number) {
            text.append(number(number));
        } else { // true, false, null
            text.append(value);
        }
    }

    private void object(Map<?, ?> object) {
        Map<Object, @Nullable Object> sorted = new TreeMap<>(object); // strings, by their UTF-16 code units
        String before = "{";
        for (Map.Entry<Object, @Nullable Object> entry : sorted.entrySet()) {
            text.append(before);
            value(entry.getKey());
            text.append(':');
            value(entry.getValue());
            before = ",";
        }
        text.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        String before = "[";
        for (Object item : list) {
            text.append(before);
            value(item);
            before = ",";
        }
        text.append(list.isEmpty() ? "[]" : "]");
    }

    /** Not written out: {@code 1e999} is five characters and would be a thousand. */
    private static String number(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toString();
    }

    private void string(String string) {
        text.append('"');
        string.codePoints().forEach(this::character);
        text.append('"');
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                // half a surrogate pair has no form in UTF-8: all of them would be the same question mark
                boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                if (codePoint < ' ' || half) {
                    text.append("\\u").append(HexFormat.of().toHexDigits((char) codePoint));
                } else {
                    text.appendCodePoint(codePoint);
                }
            }
        }
    }
}
