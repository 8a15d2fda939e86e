package app.moddy.bot.config;

import static app.moddy.bot.config.Configurations.bind;
import static app.moddy.bot.config.Configurations.faults;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.DiscordSettings;
import app.moddy.bot.discord.Snowflake;
import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    record Text(String value) {}

    record Needed(@NotNull String value) {}

    record NeededSecret(@NotNull Secret value) {}

    record Whole(@Nullable Integer value) {}

    record Words(List<String> value) {}

    record Nested(Text inner, List<Text> many, Map<String, String> names) {}

    record Root(DiscordSettings discord) {}

    private static final Map<String, String> ENVIRONMENT = Map.of("A", "1", "B", "two", "EMPTY", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${A}                   | 1
                    ${A}-${B}:${C:3}       | 1-two:3
                    ${C:https://host:1/a}  | https://host:1/a
                    ${A:unused}            | 1
                    ${EMPTY:default}       | default
                    $${A}                  | ${A}
                    $$${A}                 | $${A}
                    ${A}$${A}$             | 1${A}$
                    $A                     | $A
                    """)
    void referencesAreReplaced(String written, String meant) throws Exception {
        assertThat(bind(Text.class, "value: " + written, ENVIRONMENT)).isEqualTo(new Text(meant));
    }

    @Test
    void referencesAreReplacedInEveryScalar() throws Exception {
        String yaml = "inner: {value: '${A}'}\nmany: [{value: '${B}'}]\nnames: {'${A}': '${A}'}\n";

        assertThat(bind(Nested.class, yaml, ENVIRONMENT))
                .isEqualTo(new Nested(new Text("1"), List.of(new Text("two")), Map.of("${A}", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DISCORD_TOKEN"})
    void aVariableThatIsUnsetOrEmptyIsAFault(String emptyVariable) {
        assertThat(faults(
                        Root.class,
                        "discord: {token: '${DISCORD_TOKEN}', api_url: 'http://a', gateway_url: 'ws://a'}",
                        Map.of(emptyVariable, "")))
                .containsExactly(
                        "discord.token: environment variable DISCORD_TOKEN is not set; set it, or write the value here");
    }

    @Test
    void severalUnsetVariablesOfAScalarAreOneFault() {
        assertThat(faults(Text.class, "value: ${X}${A}${Y}${X}", ENVIRONMENT))
                .containsExactly("value: environment variables X, Y are not set; set them, or write the value here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ${", "${}", "${A", "${1}", "${a-b}", "${A B}"})
    void aReferenceThatIsNoneIsAFault(String written) {
        assertThat(faults(Text.class, "value: '" + written + "'", ENVIRONMENT))
                .containsExactly(
                        "value: ${ begins a reference: write ${NAME} or ${NAME:default}, or $${ for the text itself");
    }

    @Test
    void anEmptyDefaultIsEmptyTextOrNoValue() throws Exception {
        assertThat(bind(Text.class, "value: ${X:}")).isEqualTo(new Text(""));
        assertThat(bind(Whole.class, "value: ${X:}")).isEqualTo(new Whole(null));
        assertThat(bind(Words.class, "value: ${X:}")).isEqualTo(new Words(List.of()));
        assertThat(faults(Needed.class, "value: ${X:}")).containsExactly("value: is missing");
        assertThat(faults(NeededSecret.class, "value: ${X:}")).containsExactly("value: is missing");
    }

    @Test
    void aVariableHoldsDataAndNeverYaml() throws Exception {
        assertThat(bind(Whole.class, "value: ${N}", Map.of("N", "8080"))).isEqualTo(new Whole(8080));
        for (String data :
                List.of("a: b", "[a]", "{a: b}", "a\nb: c", "null", "# c", "*a", "!!int 1", "${A}", "\\$1")) {
            assertThat(bind(Text.class, "value: ${DATA}", Map.of("DATA", data))).isEqualTo(new Text(data));
        }
        assertThat(faults(Nested.class, "inner: ${DATA}", Map.of("DATA", "{value: x}")))
                .containsExactly("inner: must be a section of keys and values");
    }

    @Test
    void whatIsInAListMayComeFromOneVariable() throws Exception {
        assertThat(bind(Words.class, "value: ${LIST}", Map.of("LIST", " a, b ,,c")))
                .isEqualTo(new Words(List.of("a", "b", "c")));
    }

    record Choosy(List<Fussy> value) {}

    record Fussy(String text) {
        @JsonCreator
        static Fussy of(String text) {
            if (!text.equals("nice")) {
                throw new IllegalArgumentException("'" + text + "' is not liked");
            }
            return new Fussy(text);
        }
    }

    record Strict(String value, @Nullable Snowflake id) {
        Strict {
            throw new IllegalArgumentException("can not reach " + value);
        }
    }

    record Outer(Strict inner) {}

    record Outermost(Text inner, String other) {
        Outermost {
            throw new IllegalStateException("neither " + inner.value() + " nor " + other);
        }
    }

    record Keeper(Secret value) {
        Keeper {
            throw new IllegalArgumentException("no door for " + value.reveal());
        }
    }

    @Test
    void noExceptionShowsWhatAVariableHolds() {
        Map<String, String> environment = Map.of("PASSWORD", "hunter2", "LIST", "xyz,top-secret", "SHORT", "ab");

        assertThat(faults(Choosy.class, "value: ${LIST}", environment))
                .containsExactly(
                        "value[0]: '${LIST}' is not liked (from LIST)", "value[1]: '${LIST}' is not liked (from LIST)");
        assertThat(faults(Choosy.class, "value: ['${SHORT}', 'pre${PASSWORD}post']", environment))
                .containsExactly(
                        "value[0]: '${SHORT}' is not liked (from SHORT)",
                        "value[1]: 'pre${PASSWORD}post' is not liked (from PASSWORD)");
        assertThat(faults(Outer.class, "inner: {value: 'a:${PASSWORD}@b'}", environment))
                .containsExactly("inner: can not reach a:${PASSWORD}@b");
        assertThat(faults(Outermost.class, "inner: {value: '${PASSWORD}'}\nother: shown", environment))
                .containsExactly("config.yml: neither ${PASSWORD} nor shown");
    }

    @Test
    void noExceptionShowsASecretThatIsInTheFile() {
        assertThat(faults(Keeper.class, "value: hunter2")).containsExactly("config.yml: no door for ***");
    }

    @Test
    void aFaultOfAVariablesValueKeepsItsOwnNumbers() {
        assertThat(faults(Strict.class, "id: ${ID}", Map.of("ID", "1")))
                .containsExactly("id: must be a Discord id: 17 to 19 digits, nothing else (from ID)");
    }
}
