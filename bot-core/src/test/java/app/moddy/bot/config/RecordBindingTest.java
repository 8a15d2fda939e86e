package app.moddy.bot.config;

import static app.moddy.bot.config.Configurations.bind;
import static app.moddy.bot.config.Configurations.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.discord.Snowflake;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBindingTest {
    record Http(
            @NotBlank String host,

            @Min(value = 0, message = "must be 0 to 65535") @Max(value = 65535, message = "must be 0 to 65535")
            int port,

            @NotEmpty List<@Size(min = 4) Secret> secrets) {}

    record Staff(Set<Snowflake> guilds, @NotNull String defaultName) {}

    record Root(Http http, Staff staff, @NotNull Integer speed) {}

    record Defaults(
            @Min(1) @Nullable Integer speed, @Nullable String name) {
        Defaults {
            speed = speed == null ? 45 : speed;
            name = name == null ? "nobody" : name;
        }
    }

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("from must not be after to");
            }
        }
    }

    record Ranges(List<Range> all, Range main) {}

    record Labelled(@NotBlank String label) {}

    record Careless(@NotNull String text, String other) {
        Careless {
            text = text.strip();
            other = other.strip();
        }
    }

    @Test
    void allFaultsComeAtOnceInTheFilesOrder() {
        String yaml = """
                speeed: 1
                staff:
                  guilds: [123456789012345678, x]
                  colour: red
                http:
                  secrets: [hush, abc, "${UNSET}"]
                  port: 70000
                  host: " "
                """;

        assertThat(faults(Root.class, yaml))
                .containsExactly(
                        "speeed: unknown key; did you mean 'speed'? Known: http, staff, speed",
                        "staff.default_name: is missing",
                        "staff.guilds[1]: must be a Discord id: 17 to 19 digits, nothing else",
                        "staff.colour: unknown key. Known: guilds, default_name",
                        "http.secrets[2]: environment variable UNSET is not set; set it, or write the value here",
                        "http.port: must be 0 to 65535",
                        "http.host: must not be blank");
    }

    @Test
    void constraintsOnWhatIsInAListNameTheItemAndNotItsValue() {
        assertThat(faults(
                        Root.class,
                        "http: {secrets: 'hush,abc', host: a, port: 1}\nstaff: {default_name: a}\nspeed: 1"))
                .containsExactly("http.secrets[1]: size must be between 4 and 2147483647");
    }

    @Test
    void anAbsentSectionHasTheFaultsOfAnEmptyOne() {
        assertThat(faults(Root.class, "speed: 1\nstaff:\n"))
                .containsExactly(
                        "http.port: is missing",
                        "http.host: is missing",
                        "http.secrets: must not be empty",
                        "staff.default_name: is missing");
    }

    @Test
    void onlyTheFirstFaultOfAPathIsTold() {
        record Twice(@NotBlank @Size(min = 2) String value) {}

        assertThat(faults(Twice.class, "value: ' '")).containsExactly("value: must not be blank");
        assertThat(faults(
                        Root.class, "speed: fast\nhttp: {host: a, port: 1, secrets: [hush]}\nstaff: {default_name: a}"))
                .containsExactly("speed: must be a whole number");
    }

    @Test
    void theMessageOfTheExceptionIsTheFaultsOneALine() {
        assertThatThrownBy(() -> bind(
                        Root.class, "speed: x\nhttp: {host: a, port: x, secrets: [hush]}\nstaff: {default_name: a}"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("speed: must be a whole number\nhttp.port: must be a whole number");
    }

    @Test
    void aConstructorGivesDefaultsAndMayRefuse() throws Exception {
        assertThat(bind(Defaults.class, "")).isEqualTo(new Defaults(45, "nobody"));
        assertThat(faults(Defaults.class, "speed: 0")).containsExactly("speed: must be greater than or equal to 1");
        assertThat(faults(Ranges.class, "all: [{from: 1, to: 2}, {from: 2, to: 1}]\nmain: {from: 3, to: 1}"))
                .containsExactly("all[1]: from must not be after to", "main: from must not be after to");
    }

    @Test
    void aMissingTextIsMissingAndABlankOneIsBlank() {
        assertThat(faults(Labelled.class, "")).containsExactly("label: is missing");
        assertThat(faults(Labelled.class, "label: ' '")).containsExactly("label: must not be blank");
    }

    @Test
    void aMissingValueIsToldRatherThanTheConstructorThatStumblesOverIt() {
        assertThat(faults(Careless.class, "other: a")).containsExactly("text: is missing");
        assertThat(faults(Careless.class, "text: a")).singleElement().asString().startsWith("config.yml: ");
    }

    @ParameterizedTest
    @CsvSource({"htpp,http", "thtp,http", "HTTP,http", "staf,staff", "stfaf,staff", "sped,speed"})
    void anUnknownKeyIsToldWithTheOneThatWasProbablyMeant(String written, String meant) {
        assertThat(faults(Root.class, written + ": {}"))
                .contains(written + ": unknown key; did you mean '" + meant + "'? Known: http, staff, speed");
    }

    @Test
    void anUnknownKeyThatResemblesNothingIsToldWithoutAGuess() {
        record Nothing() {}

        assertThat(faults(Defaults.class, "plugins: 1")).containsExactly("plugins: unknown key. Known: speed, name");
        assertThat(faults(Nothing.class, "plugins: 1")).containsExactly("plugins: unknown key. There are none here");
    }

    @Test
    void aKeyThatIsMisspeltIsNotMissingToo() {
        assertThat(faults(Http.class, "hots: a\nport: 1\nsecrets: [abcd]\n"))
                .containsExactly("hots: unknown key; did you mean 'host'? Known: host, port, secrets");
        assertThat(faults(Http.class, "hots: a\nsecrets: [abcd]\n"))
                .containsExactly(
                        "port: is missing", "hots: unknown key; did you mean 'host'? Known: host, port, secrets");
        assertThat(faults(Outer.class, "htpt: {host: a, port: 1, secrets: [abcd]}\n"))
                .containsExactly("htpt: unknown key; did you mean 'http'? Known: http");
    }

    record Outer(Http http) {}

    record Plugins(Set<String> disabled, @JsonAnySetter ConfigSection sections) {}

    record Host(Plugins plugins, ConfigSection other) {}

    @Test
    void anOpaqueSectionIsReadOnlyWhenItIsBound() throws Exception {
        String yaml = "plugins:\n  disabled: [roles]\n  health: {speed: '${UNSET}'}\n  roles: 5\nother: {nmae: a}\n";
        Host host = bind(Host.class, yaml);

        assertThat(host.plugins().disabled()).containsExactly("roles");
        assertThat(host.plugins().sections().keys()).containsExactly("health", "roles");
        assertThatThrownBy(() -> host.plugins().sections().section("health").bind(Defaults.class))
                .hasMessage(
                        "plugins.health.speed: environment variable UNSET is not set; set it, or write the value here");
        assertThatThrownBy(() -> host.plugins().sections().section("roles").bind(Defaults.class))
                .hasMessage("plugins.roles: must be a section of keys and values");
        assertThatThrownBy(() -> host.other().bind(Defaults.class))
                .hasMessage("other.nmae: unknown key; did you mean 'name'? Known: speed, name");
    }

    @Test
    void aSectionHasItsKeysAndAnAbsentOneIsEmpty() throws Exception {
        ConfigSection root = ConfigSection.parse("a: {c: {speed: 1}, b: hush}", "config.yml", Map.of());

        assertThat(root.section("a").keys()).containsExactly("c", "b");
        assertThat(root.section("a").section("c").bind(Defaults.class).speed()).isEqualTo(1);
        assertThat(root.section("x").section("y").keys()).isEmpty();
        assertThat(root.section("x").bind(Defaults.class)).isEqualTo(new Defaults(45, "nobody"));
        assertThat(root.section("a")).hasToString("ConfigSection[a]");
        assertThat(root).hasToString("ConfigSection[config.yml]");
    }

    @Test
    void aBoundRecordDoesNotShowItsSecrets() throws Exception {
        assertThat(bind(Http.class, "host: a\nport: 1\nsecrets: [hush]").toString())
                .isEqualTo("Http[host=a, port=1, secrets=[***]]");
    }
}
