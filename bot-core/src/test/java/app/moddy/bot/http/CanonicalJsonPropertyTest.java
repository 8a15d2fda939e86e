package app.moddy.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promises of {@link CanonicalJson} for several hundred documents; a failing one is named by its seed. */
class CanonicalJsonPropertyTest {
    private static final int DOCUMENTS = 300;

    @Test
    void hasOneHashHoweverItIsWritten() {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Random random = new Random(seed);
            Map<String, @Nullable Object> document = new RandomJson(random).object(4);
            String hash = CanonicalJson.hash(document);
            for (int way = 0; way < 5; way++) {
                String written = new RandomJson(random).write(document);
                assertThat(CanonicalJson.hash(parse(written)))
                        .as("seed %s: %s", seed, written)
                        .isEqualTo(hash);
            }
        }
    }

    @Test
    void hasAnotherHashWhenAnyLeafIsAnother() {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Map<String, @Nullable Object> document = new RandomJson(new Random(seed)).object(4);
            int leaves = new Change(-1).leavesOf(document);
            List<String> hashes = new ArrayList<>(List.of(CanonicalJson.hash(document)));
            for (int leaf = 0; leaf < leaves; leaf++) {
                hashes.add(CanonicalJson.hash(new Change(leaf).of(document)));
            }
            assertThat(hashes).as("seed %s", seed).doesNotHaveDuplicates();
        }
    }

    private static Map<String, @Nullable Object> parse(String json) {
        return JsonObject.copyOf(JsonBody.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A document in which one leaf, by its number, is another. */
    private static final class Change {
        private final int changed;
        private int seen;

        Change(int changed) {
            this.changed = changed;
        }

        int leavesOf(Map<String, @Nullable Object> document) {
            of(document);
            return seen;
        }

        Map<String, @Nullable Object> of(Map<?, ?> document) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            document.forEach((key, value) -> copy.put((String) key, value(value)));
            return copy;
        }

        private @Nullable Object value(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return of(map);
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(value(item)));
                return copy;
            }
            return seen++ == changed ? another(value) : value;
        }

        private @Nullable Object another(@Nullable Object leaf) {
            if (leaf instanceof Boolean truth) {
                return !truth;
            }
            if (leaf instanceof Number number) {
                return new BigDecimal(number.toString()).add(new BigDecimal("1e-20"));
            }
            return leaf + "!" + changed; // also for null: it becomes a text
        }
    }
}
