package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as JSON, and what is not. */
class RequestBodyTest {
    private final List<Map<String, @Nullable Object>> received = new CopyOnWriteArrayList<>();
    private final TestServer server = TestServer.start(TestRoute.answering(Endpoint.post("/internal/echo"), request -> {
        received.add(request.body());
        return ApiResponse.ok(request.body());
    }));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{} {}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "[1",
                "]",
                "{\"a\":\"\t\"}",
                "{/**/}",
                "nul",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"\\u0061\":2}}",
                "{\"b\":[{\"a\":1,\"a\":2}]}"
            })
    void answers400ForMalformedJsonAndRepeatedKeys(String json) throws Exception {
        HttpResponse<String> answer = server.post("/internal/echo", json);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("jackson", "Exception", "line -1");
        assertThat(received).isEmpty();
    }

    @Test
    void takes32LevelsAndRefuses33() throws Exception {
        assertThat(server.post("/internal/echo", nested(32)).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = server.post("/internal/echo", nested(33));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("deeper than 32 levels");
    }

    @Test
    void survivesNestingThatFillsTheWholeBody() throws Exception {
        assertThat(server.post("/internal/echo", "{\"a\":" + "[".repeat(60_000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void takes1000DigitsAndRefusesMoreHoweverTheyAreWritten() throws Exception {
        assertThat(server.post("/internal/echo", number("9".repeat(1000))).statusCode())
                .isEqualTo(200);
        assertThat(server.post("/internal/echo", number("1e999")).statusCode()).isEqualTo(200);
        for (String tooLong : List.of(
                "9".repeat(1001), "0." + "1".repeat(1001), "1e1000", "1e999999999", "1e-1001", "-1E2147483648")) {
            HttpResponse<String> answer = server.post("/internal/echo", number(tooLong));
            assertThat(answer.statusCode()).as(tooLong).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"");
        }
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        for (byte[] bytes : List.of(
                "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
                "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE),
                new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'})) {
            HttpResponse<String> answer = server.send(server.request("/internal/echo")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(bytes)));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void givesTheRouteTypesOfTheJdkWithTheKeysInOrder() throws Exception {
        server.post(
                "/internal/echo",
                "{\"z\":1,\"y\":12345678901,\"x\":123456789012345678901,\"w\":1.50,\"v\":true,\"u\":null,\"t\":[\"é🎉\",{}]}");
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("z", 1);
        expected.put("y", 12345678901L);
        expected.put("x", new BigInteger("123456789012345678901"));
        expected.put("w", new BigDecimal("1.50"));
        expected.put("v", true);
        expected.put("u", null);
        expected.put("t", Arrays.asList("é🎉", Map.of()));
        assertThat(received).containsExactly(expected);
        assertThat(received.get(0).keySet()).containsExactlyElementsOf(expected.keySet());
    }

    @Test
    void givesTheRouteOneHashOfTheSameJsonHoweverItWasWritten() throws Exception {
        try (TestServer hashing = TestServer.start(TestRoute.answering(
                Endpoint.post("/internal/hash"), request -> ApiResponse.ok(request.canonicalHash())))) {
            String answer = hashing.post("/internal/hash", "{\"b\":[1.0,\"\\u00e9\"],\"a\":{}}")
                    .body();
            assertThat(hashing.post("/internal/hash", " {\"a\": {}, \"b\": [1, \"é\"]}")
                            .body())
                    .isEqualTo(answer)
                    .matches("\"[0-9a-f]{64}\"");
            assertThat(hashing.post("/internal/hash", "{\"b\":[1.01,\"é\"],\"a\":{}}")
                            .body())
                    .isNotEqualTo(answer);
        }
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static String number(String digits) {
        return "{\"n\":" + digits + "}";
    }
}
