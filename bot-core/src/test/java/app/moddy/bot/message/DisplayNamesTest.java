package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNamesTest {
    @ParameterizedTest
    @CsvSource({"moddy_max, Moddy Max", "FREE, FREE", "_a__b_, A B", "été, Été"})
    void writesEachWordOfAPlanWithACapital(String name, String expected) {
        assertThat(DisplayNames.title(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "___", "_ _", "_\u200b_"})
    void showsANameAsItIsWhereNothingElseWouldBeLeft(String name) {
        assertThat(DisplayNames.title(name)).isEqualTo(name);
        assertThat(DisplayNames.phrase(name)).isEqualTo(name);
        assertThat(ExampleTemplates.describe("to {{ text | plan }}!", Map.of("text", name)))
                .isEqualTo("to " + name.replace("_", "\\_") + "!");
    }

    @Test
    void fallsBackOnThePlansNameWhenTheConfiguredOneIsBlank() {
        ExampleRegistry registry =
                ExampleTemplates.registry(new MessageSettings(null, null, null, Map.of("moddy_max", "\u2800"), null));
        ExampleTemplates.register(registry, "example", ExampleTemplates.baseFile("to {{ plan | plan }}!"));
        assertThat(registry.render(registry.notice("example", "moddy_max", Map.of()), "1")
                        .embed()
                        .getDescription())
                .isEqualTo("to Moddy Max!");
    }

    @Test
    void leavesEmptyLabelsOutOfAList() {
        Map<String, String> file = Map.of("en-US", """
                example:
                  colour: "#123456"
                  title: Title
                  description: "{{ items | label('item') }}"
                  samples: {usual: {}}
                _labels:
                  item: {hidden: "", shown: Shown}
                """);
        ExampleRegistry registry = ExampleTemplates.registry();
        ExampleTemplates.register(registry, "example", file);
        Map<String, ?> metadata = Map.of("items", List.of("hidden", "shown", "hidden", "other"));
        assertThat(registry.render(registry.notice("example", null, metadata), "1")
                        .embed()
                        .getDescription())
                .isEqualTo("Shown, Other");
    }
}
