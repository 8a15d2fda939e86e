package app.moddy.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSyntaxTest {
    record Open(Map<String, ConfigSection> any) {}

    private static List<String> faults(String yaml) {
        return Configurations.faults(Open.class, yaml);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            any:|  a: b: c               § line 2, column 7: this ':' cannot be here: quote a text that has ': ' in it;
            any:|  a: b|    c: d         § line 3, column 6: this ':' cannot be here:
            any|b: c                     § line 2, column 2: this ':' cannot be here:
            any:|  a: b| c: d            § line 3, column 2: this line is indented unlike those that it belongs to;
            any:|  - a|  b: c            § line 3, column 3: a key (key: value) stands in a list (-);
            any:|  a: b|  - c            § line 3, column 3: a list (-) stands among keys (key: value);
            any:|  a: b|c|d: e           § line 3, column 1: this key lacks its ':'
            any:|  a: "b|c: d            § line 2, column 6: this quote is never closed
            any:|  a: 'b'c'              § line 2, column 9: the value goes on behind its closing quote or bracket;
            any: [NEW] Welcome           § line 1, column 12: the value goes on behind its closing quote or bracket;
            any: [a] [b]                 § line 1, column 10: the value goes on behind its closing quote or bracket;
            any: 'a' *b                  § line 1, column 10: the value goes on behind its closing quote or bracket;
            any:|  a: "\\q"               § line 2, column 8: in double quotes write \\\\ for \\, or use single quotes
            any: {a: b|c: d              § line 2, column 2: a comma or the closing bracket (opened in line 1, column 6) is missing;
            any: [a, b|c: d              § line 2, column 2: a comma or the closing bracket (opened in line 1, column 6) is missing;
            any: {a: ${B}}               § line 1, column 11: in brackets and braces quote a reference: "${NAME}"
            any: {a: b}}                 § line 1, column 12: there is no { for this }
            any: a]|b: [c]]              § line 2, column 7: there is no [ for this ]
            any: ]                       § line 1, column 6: a value is missing here;
            any: @b                      § line 1, column 6: quote a text that begins with @, ` or %
            any: >b                      § line 1, column 7: quote a text that begins with > or |
            any: &|                      § line 1, column 7: quote a text that begins with * or &
            """)
    void aSyntaxFaultHasLineColumnAndPlainWords(String yaml, String fault) {
        assertThat(faults(yaml.replace('|', '\n') + "\n")).singleElement(STRING).startsWith("config.yml: " + fault);
    }

    @Test
    void aFirstLineThatIsIndentedIsToldWhereTheNextIsNot() {
        assertThat(faults("  any: {}\nb: c\n"))
                .singleElement(STRING)
                .startsWith("config.yml: line 2, column 1: this line is indented less than the first;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "---\n", "null\n", "\uFEFF"})
    void anEmptyTextIsAnEmptySection(String yaml) throws Exception {
        ConfigSection section = ConfigSection.parse(yaml, "config.yml", Map.of());

        assertThat(section.keys()).isEmpty();
        assertThat(section.bind(Open.class).any()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b\n", "text\n", "[]"})
    void aRootThatIsNoMappingIsAFault(String yaml) {
        assertThat(faults(yaml)).containsExactly("config.yml: must be keys and values (key: value)");
    }

    @Test
    void repeatedKeysAreFaultsAtEveryLevelWithTheirLines() {
        assertThat(faults("any:\n  a: {x: 1, x: 2}\n  b: 1\n  a: 3\nany: {}\n"))
                .containsExactly(
                        "any.a.x: is there twice, in lines 2 and 2; keep one",
                        "any.a: is there twice, in lines 2 and 4; keep one",
                        "any: is there twice, in lines 1 and 5; keep one");
    }

    @Test
    void aSecondDocumentIsAFault() {
        assertThat(faults("any: {}\n---\nany: {}\n"))
                .containsExactly("config.yml: line 2, column 1: a second document begins here; keep one");
    }

    @Test
    void tabsAreAFault() {
        assertThat(faults("any:\n\ta: {}\n"))
                .containsExactly("config.yml: line 2, column 1: indent with spaces, not with tabs");
    }

    @Test
    void aCharacterThatYamlForbidsIsAFaultWithItsPlace() {
        assertThat(faults("any:\n  a: \u0007\n"))
                .containsExactly("config.yml: line 2, column 6: character U+0007 is not allowed");
    }

    @Test
    void anAliasIsTakenForWhatItStandsFor() throws Exception {
        record Pair(List<String> left, List<String> right) {}

        assertThat(Configurations.bind(Pair.class, "left: &both [a, b]\nright: *both\n"))
                .isEqualTo(new Pair(List.of("a", "b"), List.of("a", "b")));
    }

    @Test
    void anAliasBombIsAFault() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, alias, alias, alias));
        }

        assertThat(faults(bomb.toString()))
                .containsExactly("config.yml: repeats other parts (*name) too often; write them out");
    }

    @Test
    void anAliasThatContainsItselfIsAFault() {
        assertThat(faults("any: &any\n  a: *any\n")).containsExactly("any: is an alias of something that contains it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any: {a: *hunter2}", "any: {a: !hunter2!x y}", "any: {a: !hunter2 x}"})
    void anUnquotedPasswordThatLooksLikeAnAliasOrATagIsNotShown(String yaml) {
        assertThat(faults(yaml))
                .hasSize(1)
                .allSatisfy(fault -> assertThat(fault)
                        .contains("quote a text that begins with")
                        .doesNotContain("hunter2"));
    }

    @Test
    void aKeyThatIsNoTextIsAFault() {
        assertThat(faults("any:\n  {a: b}: c\n"))
                .containsExactly("any: has a key that is no text in line 2; quote a text with braces");
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsAFault(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.yml");
        Path binary = Files.write(folder.resolve("binary.yml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(readFault(missing)).isEqualTo(new ConfigFault(missing.toString(), "there is no such file"));
        assertThat(readFault(binary)).isEqualTo(new ConfigFault(binary.toString(), "is not UTF-8 text"));
        assertThat(readFault(folder).path()).isEqualTo(folder.toString());
    }

    private static ConfigFault readFault(Path file) {
        return catchThrowableOfType(ConfigException.class, () -> ConfigSection.read(file, Map.of()))
                .faults()
                .get(0);
    }
}
