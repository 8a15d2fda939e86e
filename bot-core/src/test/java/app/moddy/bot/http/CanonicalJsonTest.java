package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same JSON has the same hash however it is written, and other JSON has another. */
class CanonicalJsonTest {
    @Test
    void ordersKeysByUtf16AsInTheExampleOfRfc8785() {
        String written = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""";
        assertThat(form(written))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void escapesAsInTheExampleOfRfc8785() {
        String written = """
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false],
                 "empty": [{}, [], ""]}""";
        assertThat(form(written))
                .isEqualTo("{\"empty\":[{},[],\"\"],\"literals\":[null,true,false],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void escapesWhatHasAShortEscapeByItAndOtherControlCharactersByTheirNumber() {
        assertThat(form("{\"a\":\"\\u0008\\u0009\\u000A\\u000C\\u000D\\u0000\\u001F\\u007F\\u2028\"}"))
                .isEqualTo("{\"a\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\"}");
    }

    @Test
    void isTheSha256OfTheFormInHex() {
        // printf '{}' | sha256sum, and of {"a":1,"é":"🎉"}
        assertThat(hash("{}")).isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(hash("{\"é\":\"🎉\",\"a\":1}"))
                .isEqualTo("98b32274065854f7b5cf873c55cbe8942c13443cc27662e588392373e4ec52a2");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1, 1e0",
        "100, 1E+2",
        "100, 1000e-1",
        "0, -0",
        "0, -0.0",
        "0, 0e999",
        "-1.5, -15e-1",
        "123456789012345678901234567890, 1.2345678901234567890123456789e29",
        "1e999, 10e998"
    })
    void takesEqualNumbersForEqual(String one, String other) {
        assertThat(hash("{\"n\":" + one + "}")).isEqualTo(hash("{\"n\":" + other + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, -1",
        "1, '\"1\"'",
        "0, false",
        "0, null",
        "{}, []",
        "[], [[]]",
        "'[1,2]', '[2,1]'",
        "'[1,2]', [12]",
        // the same as doubles
        "9007199254740993, 9007199254740992",
        "0.1, 0.10000000000000000555",
        "1e400, 1e401"
    })
    void tellsDifferentValuesApart(String one, String other) {
        assertThat(hash("{\"n\":" + one + "}")).isNotEqualTo(hash("{\"n\":" + other + "}"));
    }

    @Test
    void tellsHalvesOfSurrogatePairsApart() {
        List<String> values = List.of("\\ud800", "\\udc00", "?", "\\\\ud800", "\\ud800\\udc00", "\\ufffd");
        assertThat(values.stream().map(value -> hash("{\"a\":\"" + value + "\"}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAMissingKeyFromNull() {
        assertThat(hash("{\"a\":null}")).isNotEqualTo(hash("{}"));
    }

    private static String form(String json) {
        return CanonicalJson.of(parse(json));
    }

    private static String hash(String json) {
        return ApiRequest.of(parse(json)).canonicalHash();
    }

    private static Map<String, @Nullable Object> parse(String json) {
        return JsonObject.copyOf(JsonBody.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
