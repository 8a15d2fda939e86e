package app.moddy.bot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Prize(String shownName, Instant drawnAt, List<Integer> places) {}

    @Test
    void writesRecordsWithTheirComponentsInSnakeCaseAndInstantsAsText() {
        assertThat(Json.write(Map.of("prize", new Prize("🎁 5 €", Instant.EPOCH, List.of(1, 2)))))
                .isEqualTo(
                        "{\"prize\":{\"shown_name\":\"🎁 5 €\",\"drawn_at\":\"1970-01-01T00:00:00Z\",\"places\":[1,2]}}");
    }

    @Test
    void readsBackWhatItHasWritten() {
        Map<String, Object> object =
                Map.of("text", "ü\n", "flag", true, "number", 9_007_199_254_740_993L, "exact", new BigDecimal("0.10"));
        List<Object> list = Arrays.asList(null, 1, object);
        assertThat(Json.readObject(Json.write(object))).isEqualTo(object);
        assertThat(Json.readList(Json.write(list))).isEqualTo(list);
    }

    @Test
    void refusesWhatIsNoneSayingWhereAndNothingOfWhatItSays() {
        for (String json : List.of("", "null", "[]", "planted", "{\"a\": planted}", "{\"a\": 1, \"a\": 2}", "{} {}")) {
            assertThatIllegalArgumentException()
                    .as(json)
                    .isThrownBy(() -> Json.readObject(json))
                    .withMessageStartingWith("this is no JSON object")
                    .withMessageNotContaining("planted")
                    .withNoCause();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.readList("{\n  \"a\": planted}"))
                .withMessage("this is no JSON list: line 1, column 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.write(new Object()));
    }
}
