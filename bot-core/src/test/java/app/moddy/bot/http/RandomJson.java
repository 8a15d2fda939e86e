package app.moddy.bot.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** JSON documents as they come, written as they come. */
final class RandomJson {
    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.put(text(), value(depth - 1));
        }
        return object;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(30) - 10);
            case 4, 5 -> text();
            case 6 -> object(depth);
            default -> list(depth);
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth - 1));
        }
        return list;
    }

    private String text() {
        int[] characters = {'a', 'b', '"', '\\', '/', '\n', '\t', 0, 0x1f, 0x7f, 'é', '€', 0x2028, 0xfb33, 0x1f389};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    /** With keys, white space, escapes and numbers in one of the many ways that there are. */
    String write(@Nullable Object value) {
        List<String> parts = new ArrayList<>();
        String written;
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> parts.add(write(key) + ":" + write(item)));
            Collections.shuffle(parts, random);
            written = "{" + String.join(",", parts) + "}";
        } else if (value instanceof List<?> list) {
            list.forEach(item -> parts.add(write(item)));
            written = "[" + String.join(",", parts) + "]";
        } else if (value instanceof String text) {
            written = quoted(text);
        } else if (value instanceof Number number) {
            written = digits(new BigDecimal(number.toString()));
        } else {
            written = String.valueOf(value);
        }
        return " ".repeat(random.nextInt(2)) + written + "\n\t\r".substring(random.nextInt(4));
    }

    private String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            boolean must = character < ' ' || character == '"' || character == '\\';
            if (must || random.nextInt(3) == 0) {
                for (char unit : Character.toChars(character)) {
                    quoted.append("\\u").append("%04x".formatted((int) unit));
                }
            } else {
                quoted.appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }

    private String digits(BigDecimal number) {
        return switch (random.nextInt(4)) {
            case 0 -> number.toPlainString();
            case 1 -> number.toString();
            case 2 -> number.setScale(number.scale() + 3).toString();
            default -> number.unscaledValue() + "e" + -number.scale();
        };
    }
}
