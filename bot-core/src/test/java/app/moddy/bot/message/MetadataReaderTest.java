package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {
    private static final MetadataReader<Example> READER =
            new MetadataReader<>(Example.class, MetadataValidator.create());
    private static final String NOT_WHOLE = "must be a whole number";
    private static final String NOT_INSTANT =
            "must be an ISO 8601 date or date-time, or Unix seconds, from 1970 to 9999";
    private static final String MILLISECONDS = "looks like milliseconds: send Unix seconds, or ISO 8601";
    private static final Instant NOON = Instant.parse("2024-01-20T12:00:00Z");

    static List<Arguments> readable() {
        return List.of(
                Arguments.of("text", "hi", "hi"),
                Arguments.of("text", " usd\u00a0\n", "usd"),
                Arguments.of("currency", "usd ", "usd"),
                Arguments.of("items", List.of(" a ", "b\u202f"), List.of("a", "b")),
                Arguments.of("text", "⬆️", "⬆️"),
                Arguments.of("text", 5, "5"),
                Arguments.of("text", new BigDecimal("1.50"), "1.50"),
                Arguments.of("text", true, "true"),
                Arguments.of("amount", 9900, 9900L),
                Arguments.of("amount", "9900", 9900L),
                Arguments.of("amount", " -5 ", -5L),
                Arguments.of("amount", "5\u00a0", 5L),
                Arguments.of("is_paid", "true\u00a0", true),
                Arguments.of("amount", 9900.0, 9900L),
                Arguments.of("amount", "9900.00", 9900L),
                Arguments.of("amount", new BigDecimal("9.9e3"), 9900L),
                Arguments.of("amount", new BigDecimal("0e999999999"), 0L),
                Arguments.of("amount", BigInteger.valueOf(Long.MAX_VALUE), Long.MAX_VALUE),
                Arguments.of("is_paid", true, true),
                Arguments.of("is_paid", "true", true),
                Arguments.of("is_paid", "False", false),
                Arguments.of("starts_at", "2024-01-20T12:00:00Z", NOON),
                Arguments.of("starts_at", "2024-01-20T13:00:00.123+01:00", NOON),
                Arguments.of("starts_at", "2024-01-20T12:00", NOON),
                Arguments.of("starts_at", "2024-01-20", Instant.parse("2024-01-20T00:00:00Z")),
                Arguments.of("starts_at", NOON.getEpochSecond(), NOON),
                Arguments.of("starts_at", "1705752000", NOON),
                Arguments.of("starts_at", 1705752000.0, NOON),
                Arguments.of("starts_at", 1705752000.987, NOON),
                Arguments.of("starts_at", new BigDecimal("1705752000.999999999999"), NOON),
                Arguments.of("starts_at", " 1705752000.5\u00a0", NOON),
                Arguments.of("starts_at", "20240120", Instant.parse("2024-01-20T00:00:00Z")),
                Arguments.of("starts_at", 20240120, Instant.ofEpochSecond(20240120)),
                Arguments.of("starts_at", "20241301", Instant.ofEpochSecond(20241301)),
                Arguments.of("starts_at", "20240230", Instant.ofEpochSecond(20240230)),
                Arguments.of("starts_at", "2024-01-20T13:00:00+0100", NOON),
                Arguments.of("starts_at", "2024-01-20T07:30:00.123-0430", NOON),
                Arguments.of("starts_at", 0, Instant.EPOCH),
                Arguments.of("starts_at", "9999-12-31T23:59:59Z", Instant.parse("9999-12-31T23:59:59Z")),
                Arguments.of("items", List.of("a", 2, true), List.of("a", "2", "true")),
                Arguments.of("items", "a", List.of("a")),
                Arguments.of("items", 7, List.of("7")),
                Arguments.of("items", Arrays.asList("a", null, " "), List.of("a")));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("readable")
    void takesWhatCanBeUnderstoodInOneWayOnly(String field, Object raw, Object expected) {
        MetadataReading<Example> reading = READER.read(Map.of(field, raw));
        assertThat(READER.record().values(reading.metadata())).containsEntry(field, expected);
        assertThat(reading.warnings()).isEmpty();
    }

    static List<Arguments> unreadable() {
        return List.of(
                Arguments.of("text", List.of("a"), "must be a string"),
                Arguments.of("text", Map.of(), "must be a string"),
                Arguments.of("text", new BigDecimal("1e999999999"), "must be a string"),
                Arguments.of("text", Double.NaN, "must be a string"),
                Arguments.of("amount", 9900.5, NOT_WHOLE),
                Arguments.of("amount", "12 €", NOT_WHOLE),
                Arguments.of("amount", "1e3", NOT_WHOLE),
                Arguments.of("amount", true, NOT_WHOLE),
                Arguments.of("amount", List.of(1), NOT_WHOLE),
                Arguments.of("amount", Double.POSITIVE_INFINITY, NOT_WHOLE),
                Arguments.of("amount", new BigDecimal("1e999999999"), NOT_WHOLE),
                Arguments.of("amount", new BigDecimal("1e-999999999"), NOT_WHOLE),
                Arguments.of("amount", BigInteger.TWO.pow(63), "must be a whole number between -2^63 and 2^63-1"),
                Arguments.of("amount", BigInteger.TWO.pow(100_000), NOT_WHOLE),
                Arguments.of("amount", "9".repeat(60_000), NOT_WHOLE),
                Arguments.of("is_paid", 1, "must be true or false"),
                Arguments.of("is_paid", "yes", "must be true or false"),
                Arguments.of("starts_at", "tomorrow", NOT_INSTANT),
                Arguments.of("starts_at", "2024-02-30", NOT_INSTANT),
                Arguments.of("starts_at", "20.01.2024", NOT_INSTANT),
                Arguments.of("starts_at", "1969-12-31", NOT_INSTANT),
                Arguments.of("starts_at", "+10000-01-01T00:00:00Z", NOT_INSTANT),
                Arguments.of("starts_at", -1, NOT_INSTANT),
                Arguments.of("starts_at", -0.5, NOT_INSTANT),
                Arguments.of("starts_at", "2024-01-20T13:00:00+9900", NOT_INSTANT),
                Arguments.of("starts_at", 1705768200000.5, MILLISECONDS),
                Arguments.of("starts_at", Long.MAX_VALUE, NOT_INSTANT),
                Arguments.of("starts_at", true, NOT_INSTANT),
                Arguments.of("starts_at", Map.of(), NOT_INSTANT),
                Arguments.of("starts_at", 1705768200000L, MILLISECONDS),
                Arguments.of("starts_at", "1705768200000", MILLISECONDS),
                Arguments.of("items", Map.of(), "must be a string"),
                Arguments.of("currency", "euro", "must be an ISO 4217 code such as eur"),
                Arguments.of("currency", 978, "must be an ISO 4217 code such as eur"));
    }

    record Tagged(@Nullable List<@Size(max = 3, message = "must be short") String> tags) {}

    @Test
    void constraintsOnTheElementsOfAListCountToo() {
        MetadataReader<Tagged> reader = new MetadataReader<>(Tagged.class, MetadataValidator.create());
        MetadataReading<Tagged> reading = reader.read(Map.of("tags", List.of("a", "long")));
        assertThat(reading.metadata().tags()).isNull();
        assertThat(reading.warnings()).containsExactly(new MetadataWarning("metadata.tags", "must be short"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unreadable")
    void takesTheRestAsMissingAndSaysWhatWouldBeRight(String field, Object raw, String wanted) {
        MetadataReading<Example> reading = READER.read(Map.of(field, raw));
        assertThat(READER.record().values(reading.metadata())).containsEntry(field, null);
        assertThat(reading.warnings()).containsExactly(new MetadataWarning("metadata." + field, wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "\u200b\u200d\ufeff",
                "\u3164\u115f\u1160\uffa0\u2800",
                "\u202e",
                "\u0000",
                "\u034f\u17b4\u17b5",
                "\ufe0f\u180b",
                "\udb40\udd00\udb40\udc41",
                "\u0301\u20e3 \u0903"
            })
    void takesWhatIsNotVisibleAsMissingWithoutAWarning(String blank) {
        for (String field : List.of("text", "amount", "is_paid", "starts_at", "items", "currency")) {
            MetadataReading<Example> reading = READER.read(Map.of(field, blank));
            assertThat(READER.record().values(reading.metadata())).containsEntry(field, null);
            assertThat(reading.warnings()).isEmpty();
        }
    }

    @Test
    void takesNullAsMissingAndDropsWhatIsNotDeclared() {
        Map<String, @Nullable Object> raw = new HashMap<>();
        raw.put("text", null);
        raw.put("email", "user@example.com");
        MetadataReading<Example> reading = READER.read(raw);
        assertThat(reading.metadata()).isEqualTo(new Example(null, null, null, null, null, null));
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void dropsElementsThatAreNoScalarsAndNamesThem() {
        MetadataReading<Example> reading = READER.read(Map.of("items", List.of("a", Map.of(), List.of(), "b")));
        assertThat(reading.metadata().items()).containsExactly("a", "b");
        assertThat(reading.warnings())
                .extracting(MetadataWarning::field)
                .containsExactly("metadata.items[1]", "metadata.items[2]");
    }

    @Test
    void takesAHundredElementsAtMost() {
        MetadataReading<Example> reading = READER.read(Map.of("items", Collections.nCopies(101, "a")));
        assertThat(reading.metadata().items()).hasSize(100);
        assertThat(reading.warnings()).hasSize(1);
    }

    @Test
    void cleansStringsOfWhatCouldDisturbTheTextAroundThem() {
        String raw = "a\u0000b\u0085c\nd\te\ud83df\u202eg\u2066h\u2069👍";
        assertThat(READER.read(Map.of("text", raw)).metadata().text()).isEqualTo("abc\nd\te\ufffdfgh👍");
    }

    @Test
    void keepsNoMoreOfAStringThanAnEmbedHolds() {
        assertThat(READER.read(Map.of("text", "x".repeat(5999) + "👍👍"))
                        .metadata()
                        .text())
                .isEqualTo("x".repeat(5999));
    }

    @Test
    void takesAnExactDiscordLocaleAsWishForALanguage() {
        assertThat(READER.read(Map.of("locale", "fr")).language()).isEqualTo(DiscordLocale.FRENCH);
        for (Object other : List.of("FR", "fr-FR", "xx", "unknown", 5)) {
            MetadataReading<Example> reading = READER.read(Map.of("locale", other));
            assertThat(reading.language()).isNull();
            assertThat(reading.warnings()).isEmpty();
        }
        assertThat(READER.read(Map.of("locale", List.of("fr"))).warnings())
                .containsExactly(new MetadataWarning("metadata.locale", "must be a string"));
    }

    @Test
    void neverRepeatsAValueInAWarning() {
        Map<String, Object> raw =
                Map.of("amount", "SECRET", "is_paid", "SECRET", "starts_at", "SECRET", "currency", "SECRET");
        assertThat(READER.read(raw).warnings())
                .hasSize(4)
                .allSatisfy(warning -> assertThat(warning.message()).doesNotContain("SECRET"));
    }

    record Picky(@Nullable String a, @Nullable String b) {
        Picky {
            if (a != null && b != null) {
                throw new IllegalArgumentException("a or b");
            }
        }
    }

    @Test
    void leavesAllOutWhenTheRecordItselfRefusesTheValues() {
        MetadataReader<Picky> picky = new MetadataReader<>(Picky.class, MetadataValidator.create());
        MetadataReading<Picky> reading = picky.read(Map.of("a", "1", "b", "2"));
        assertThat(reading.metadata()).isEqualTo(new Picky(null, null));
        assertThat(reading.warnings()).extracting(MetadataWarning::field).containsExactly("metadata");
    }

    record Stumbling(@Nullable String a) {
        @Override
        public @Nullable String a() {
            if (a != null && a.length() < 2) {
                throw new StringIndexOutOfBoundsException("too short");
            }
            return a;
        }
    }

    @Test
    void leavesAllOutWhenTheRecordCannotGiveTheValuesBack() {
        MetadataReader<Stumbling> stumbling = new MetadataReader<>(Stumbling.class, MetadataValidator.create());
        MetadataReading<Stumbling> reading = stumbling.read(Map.of("a", "1"));
        assertThat(reading.metadata().a()).isNull();
        assertThat(reading.warnings()).extracting(MetadataWarning::field).containsExactly("metadata");
    }
}
