package app.moddy.bot.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values to JSON and back, for what a plugin keeps in its tables or sends elsewhere; routes need none of it, their bodies are
 * read and written by the server. Thread-safe.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<@Nullable Object>> LIST = new TypeReference<>() {};

    private Json() {}

    /**
     * The JSON of a value, on one line.
     *
     * @param value made of maps with string keys, lists, strings, numbers, booleans, {@code null} within, {@link Instant}
     *     (written as ISO 8601) and records (their components in snake_case)
     * @throws IllegalArgumentException for what has no form in JSON
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this can not be written as JSON", e);
        }
    }

    /**
     * The object that a text is, its keys in their order: of {@code String}, {@code Boolean}, {@code Integer}, {@code Long},
     * {@code BigInteger}, {@code BigDecimal}, lists and maps of these, and {@code null}.
     *
     * @throws IllegalArgumentException when it is no JSON object, or has a key twice; says where, and nothing of what it says
     */
    public static Map<String, @Nullable Object> readObject(String json) {
        return read(json, OBJECT, "object");
    }

    /**
     * The list that a text is, of the same types as in {@link #readObject}.
     *
     * @throws IllegalArgumentException when it is no JSON list, or has a key twice; says where, and nothing of what it says
     */
    public static List<@Nullable Object> readList(String json) {
        return read(json, LIST, "list");
    }

    private static <T> T read(String json, TypeReference<T> type, String kind) {
        @Nullable T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            // without the cause: its message repeats what is written there
            throw new IllegalArgumentException("this is no JSON " + kind + place(e.getLocation()));
        }
        if (value == null) {
            throw new IllegalArgumentException("this is no JSON " + kind + ": it is null");
        }
        return value;
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : ": line %s, column %s".formatted(at.getLineNr(), at.getColumnNr());
    }
}
