package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate finds, and what it lets through. */
class EmbedGateTest {
    private final ExampleRegistry registry = ExampleTemplates.registry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Well done, **{{ text }}**! {{ items | join(', ') }} {{ plan | plan }} <:coin:123456789012345678> <#123456789012345679>",
                "{{ amount | money(currency) }} {% for i in items %}\n- {{ i }}{% endfor %}",
                "{{ starts_at | date }} {{ text | upper }}"
            })
    void letsThroughWhatIsFineWithAnything(String description) {
        ExampleTemplates.register(registry, "a", ExampleTemplates.baseFile(description));
        assertThat(registry.tryOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            Ask <@123456789012345678>    § example in en-US, sample 'usual' and 6 more: description mentions somebody
            Ask <@&123456789012345678>   § example in en-US, sample 'usual' and 6 more: description mentions somebody
            [a]({{ text }})              § nothing
            """)
    void findsMentionsOfTheTemplatesOwn(String description, String fault) {
        ExampleTemplates.register(registry, "a", ExampleTemplates.baseFile(description));
        if (fault.equals("nothing")) {
            assertThat(registry.tryOut()).isEmpty();
        } else {
            assertThat(registry.tryOut()).contains(fault);
        }
    }

    @Test
    void findsATitleThatCanBeMissing() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", """
                example:
                  colour: "#123456"
                  title: "{{ text }}"
                  samples: {usual: {metadata: {text: Hi}}}
                """));
        assertThat(registry.tryOut()).containsExactly("example in en-US, no metadata and no plan: has no title");
    }

    /** The gate's own eyes: what the escaper prevents is seen if it comes all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "**gate**",
                "a __gate__",
                "||gate||",
                "`gate`",
                "[gate](https://example.com)",
                "# gate",
                "x\n> gate",
                ":gate:",
                "<#123456789012345678>",
                "</gate:123456789012345678>"
            })
    void seesWhatIsReadAsMarkdown(String text) {
        assertThat(AwkwardMetadata.isReadAsMarkdown(text)).isTrue();
        assertThat(AwkwardMetadata.isReadAsMarkdown(MarkdownEscaper.escape(text).text()))
                .isFalse();
    }
}
