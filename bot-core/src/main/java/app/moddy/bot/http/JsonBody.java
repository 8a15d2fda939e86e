package app.moddy.bot.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request as a JSON object of JDK types, or the {@link ApiException} that says why it is none. */
final class JsonBody {
    private static final int NESTING = 32;
    private static final int DIGITS = 1000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING)
                    .maxNumberLength(DIGITS)
                    .build())
            .build();

    private JsonBody() {}

    static Map<?, ?> parse(byte[] bytes) {
        String text = utf8(bytes);
        if (text.isBlank()) {
            throw ApiException.of(400, "The body is empty, it must be a JSON object");
        }
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Object value = read(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation());
            }
            if (value instanceof Map<?, ?> object) {
                return object;
            }
            throw ApiException.invalid(List.of(new FieldFault("body", "must be a JSON object")));
        } catch (StreamConstraintsException e) {
            throw tooMuch();
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always readable", e);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ApiException.of(400, "Malformed JSON: it is not UTF-8");
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token.id()) {
            case JsonTokenId.ID_START_OBJECT -> object(parser);
            case JsonTokenId.ID_START_ARRAY -> list(parser);
            case JsonTokenId.ID_STRING -> parser.getText();
            case JsonTokenId.ID_NUMBER_INT -> parser.getNumberValue();
            case JsonTokenId.ID_NUMBER_FLOAT -> decimal(parser);
            case JsonTokenId.ID_TRUE -> true;
            case JsonTokenId.ID_FALSE -> false;
            case JsonTokenId.ID_NULL -> null;
            default -> throw malformed(parser.currentTokenLocation());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, read(parser));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(parser));
        }
        return list;
    }

    /** {@code 1e999999999} is short to write and endless to write out: its digits count as if it were. */
    private static BigDecimal decimal(JsonParser parser) throws IOException {
        BigDecimal decimal;
        try {
            decimal = parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // its exponent is beyond 32 bits
            throw tooMuch();
        }
        if (Math.abs((long) decimal.scale()) > DIGITS || (long) decimal.precision() - decimal.scale() > DIGITS) {
            throw tooMuch();
        }
        return decimal;
    }

    private static ApiException tooMuch() {
        return ApiException.of(
                400, "JSON nested deeper than %s levels, or a number of over %s digits".formatted(NESTING, DIGITS));
    }

    private static ApiException malformed(@Nullable JsonLocation at) {
        String where = at == null ? "" : " at line %s, column %s".formatted(at.getLineNr(), at.getColumnNr());
        return ApiException.of(400, "Malformed JSON" + where + " (a repeated key counts as such)");
    }
}
