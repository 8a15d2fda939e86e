package app.moddy.bot.config;

import static app.moddy.bot.config.Configurations.bind;
import static app.moddy.bot.config.Configurations.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.discord.Snowflake;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
    enum Mode {
        QUIET,
        VERY_LOUD
    }

    record Scalars(
            @Nullable String text,
            @Nullable Integer boxed,
            int whole,
            @Nullable Long big,
            @Nullable Double pace,
            @Nullable Boolean flag,
            @Nullable Duration limit,
            @Nullable Mode mode,
            @Nullable Secret secret,
            @Nullable Snowflake userId) {}

    record Whole(Integer value) {}

    record Big(Long value) {}

    record Pace(Double value) {}

    record Flag(Boolean value) {}

    record Limit(Duration value) {}

    record Loudness(Mode value) {}

    record Id(Snowflake value) {}

    record Text(String value) {}

    record Primitive(int value) {}

    record Lists(List<String> words, Set<Snowflake> ids, List<Whole> numbers) {}

    record Names(Map<String, String> names) {}

    @Test
    void everyScalarTypeIsTakenUnderItsSnakeCaseKey() throws Exception {
        String yaml = """
                text: yes
                boxed: 1
                whole: "-2"
                big: 9223372036854775807
                pace: 0.5
                flag: true
                limit: 30s
                mode: very-loud
                secret: hush
                user_id: 123456789012345678
                """;

        assertThat(bind(Scalars.class, yaml))
                .isEqualTo(new Scalars(
                        "yes",
                        1,
                        -2,
                        Long.MAX_VALUE,
                        0.5,
                        true,
                        Duration.ofSeconds(30),
                        Mode.VERY_LOUD,
                        Secret.of("hush"),
                        new Snowflake(123456789012345678L)));
    }

    @Test
    void absentAndEmptyValuesArriveAsNull() throws Exception {
        String yaml = "whole: 0\nboxed:\nbig: ''\npace: ~\nflag: null\nmode: ' '\nsecret: ''\nuser_id: ''\n";

        assertThat(bind(Scalars.class, yaml))
                .isEqualTo(new Scalars(null, null, 0, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "5m,PT5M", "72h,PT72H", "2d,P2D", "1h30m,PT1H30M", "0.5s,PT0.5S", "PT1M,PT1M", "p1d,P1D"})
    void durationsAreShortOrIso(String written, Duration meant) throws Exception {
        assertThat(bind(Limit.class, "value: " + written)).isEqualTo(new Limit(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"very-loud", "very_loud", "VERY_LOUD"})
    void enumsAreKebabOrSnakeCase(String written) throws Exception {
        assertThat(bind(Loudness.class, "value: " + written)).isEqualTo(new Loudness(Mode.VERY_LOUD));
    }

    @Test
    void aValueOfAnotherTypeIsAFaultThatSaysWhatWouldBeRight() {
        assertThat(faults(Whole.class, "value: many")).containsExactly("value: must be a whole number");
        assertThat(faults(Whole.class, "value: 2147483648"))
                .containsExactly("value: is too large or too small a number");
        assertThat(faults(Big.class, "value: 1.5")).containsExactly("value: must be a whole number");
        assertThat(faults(Pace.class, "value: NaN")).containsExactly("value: must be a number such as 1 or 0.5");
        assertThat(faults(Flag.class, "value: on")).containsExactly("value: must be true or false");
        assertThat(faults(Limit.class, "value: soon"))
                .containsExactly("value: must be a duration such as 30s, 5m, 72h or 2d");
        assertThat(faults(Limit.class, "value: 99999999999999999999d"))
                .containsExactly("value: must be a duration such as 30s, 5m, 72h or 2d");
        assertThat(faults(Limit.class, "value: -5m")).containsExactly("value: must be a duration that is not negative");
        assertThat(faults(Loudness.class, "value: loud")).containsExactly("value: must be one of: quiet, very-loud");
        assertThat(faults(Id.class, "value: 17"))
                .containsExactly("value: must be a Discord id: 17 to 19 digits, nothing else");
        assertThat(faults(Primitive.class, "")).containsExactly("value: is missing");
    }

    @Test
    void aValueOfAnotherShapeIsAFault() {
        assertThat(faults(Text.class, "value: [a]")).containsExactly("value: must be a single value");
        assertThat(faults(Names.class, "names: a")).containsExactly("names: must be a section of keys and values");
        assertThat(faults(Names.class, "names: {a: {b: c}, d:}"))
                .containsExactly("names.a: must be a single value", "names.d: has no value; give one or remove it");
        assertThat(faults(Lists.class, "words: {a: b}\nids: [~]\nnumbers: 1, 2\n"))
                .containsExactly(
                        "words: must be a list",
                        "ids[0]: has no value; give one or remove it",
                        "numbers: must be a list");
        assertThat(faults(Lists.class, "numbers: [{value: x}, 5]\n"))
                .containsExactly(
                        "numbers[0].value: must be a whole number", "numbers[1]: must be a section of keys and values");
    }

    @Test
    void listsAndSetsAreAlsoTakenFromCommaSeparatedText() throws Exception {
        String yaml = "words: ' a b , c,,'\nids: 123456789012345678,123456789012345678\nnumbers: [{value: 1}]\n";

        assertThat(bind(Lists.class, yaml))
                .isEqualTo(new Lists(
                        List.of("a b", "c"), Set.of(new Snowflake(123456789012345678L)), List.of(new Whole(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words:\nids: ''\n", "words: []\nids: ' , '\n"})
    void emptyAndAbsentCollectionsAreEmpty(String yaml) throws Exception {
        assertThat(bind(Lists.class, yaml)).isEqualTo(new Lists(List.of(), Set.of(), List.of()));
    }

    @Test
    void collectionsCanNotBeChanged() throws Exception {
        Lists lists = bind(Lists.class, "words: [a]\nids: [123456789012345678]");
        Names names = bind(Names.class, "names: {a: b}");

        assertThat(lists.words()).isUnmodifiable();
        assertThat(lists.ids()).isUnmodifiable();
        assertThat(names.names()).isUnmodifiable().isEqualTo(Map.of("a", "b"));
    }

    record Colour(String name) {
        @JsonCreator
        static Colour of(String name) throws IOException {
            if (name.equals("silent")) {
                throw new IOException();
            }
            if (!name.equals("red")) {
                throw new IOException("no paint called " + name);
            }
            return new Colour(name);
        }
    }

    record Paint(Colour value) {}

    @Test
    void theMessageOfACreatorIsTheFault() throws Exception {
        assertThat(bind(Paint.class, "value: red")).isEqualTo(new Paint(new Colour("red")));
        assertThat(faults(Paint.class, "value: mauve")).containsExactly("value: no paint called mauve");
        assertThat(faults(Paint.class, "value: silent")).containsExactly("value: is not valid");
    }

    record Address(URI value) {}

    @Test
    void aTypeThatNoConfigurationHasIsABug() {
        assertThatThrownBy(() -> bind(Address.class, "value: x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: a configuration has no java.net.URI");
    }
}
