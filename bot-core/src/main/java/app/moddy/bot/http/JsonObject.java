package app.moddy.bot.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as JDK types: copied, checked, unmodifiable at every level, keys in their order. */
final class JsonObject {
    private JsonObject() {}

    static Map<String, @Nullable Object> copyOf(Map<?, ?> object) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key of a JSON object is a string");
            }
            copy.put(name, value(name, value));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object value(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOf(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(value(name, item)));
            return Collections.unmodifiableList(copy);
        }
        if (value != null && !isScalar(value)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a " + value.getClass().getName() + ", which no JSON is read as");
        }
        return value;
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }
}
