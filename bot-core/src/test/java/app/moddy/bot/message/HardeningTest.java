package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.extension.escaper.EscaperExtension;
import io.pebbletemplates.pebble.extension.i18n.I18nExtension;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a template gets at the declared values and at nothing else. */
class HardeningTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'x' %}",
                "{% import 'x' %}",
                "{% from 'x' import y %}",
                "{% extends 'x' %}",
                "{% embed 'x' %}{% endembed %}",
                "{% macro m() %}x{% endmacro %}",
                "{% block b %}x{% endblock %}",
                "{% set x = 1 %}",
                "{% autoescape false %}{{ text }}{% endautoescape %}",
                "{% filter upper %}x{% endfilter %}",
                "{% parallel %}x{% endparallel %}",
                "{% cache 'x' %}x{% endcache %}",
                "{% flush %}",
                "{% verbatim %}{{ text }}{% endverbatim %}",
                "{{ text | raw }}",
                "{{ text | escape('html') }}",
                "{{ text | replace({'a': 'b'}) }}",
                "{{ text | base64encode }}",
                "{{ text | date('yyyy') }}",
                "{{ range(1, 100000) }}",
                "{% for i in 1..100000 %}x{% endfor %}",
                "{% for i in [1, 2] %}x{% endfor %}",
                "{% for i in text %}x{% endfor %}",
                "{{ max(1, 2) }}",
                "{{ parent() }}",
                "{{ block('x') }}",
                "{{ i18n('bundle', 'key') }}",
                "{{ text.class }}",
                "{{ text.length }}",
                "{{ text.getClass() }}",
                "{{ text['class'] }}",
                "{{ items[0] }}",
                "{{ starts_at.epochSecond }}",
                "{{ template }}",
                "{{ template.engine }}",
                "{{ _context }}",
                "{{ locale }}",
                "{{ loop.index }}",
                "{% for i in items %}{{ loop }}{% endfor %}",
                "{{ {'a': 1} }}",
                "{{ [1] }}",
                "{{ amount + 1 }}",
                "{{ amount / 0 }}",
                "{{ -amount }}",
                "{{ amount > 1 }}",
                "{{ text is map }}",
                "{{ text is defined }}",
                "{% if text %}x{% endif %}",
                "{% if items %}x{% endif %}",
                "{% if text contains 'a' %}x{% endif %}",
            })
    void isRefused(String text) {
        assertThatThrownBy(() -> ExampleTemplates.registry()
                        .register(
                                "example",
                                List.of(Example.ACTION),
                                ExampleTemplates.files(ExampleTemplates.baseFile(text))))
                .isInstanceOfSatisfying(
                        TemplateFaultException.class,
                        e -> assertThat(e.faults())
                                .isNotEmpty()
                                .allSatisfy(fault ->
                                        assertThat(fault).startsWith("templates/en-US.yml:4: example.description: ")));
    }

    /** The check above would hold by itself; so would this. */
    @Test
    void pebbleItselfIsBareToo() {
        for (Extension extension : List.of(new CoreExtension(), new EscaperExtension(), new I18nExtension())) {
            BarePebble bare = new BarePebble(extension);
            assertThat(bare.getFilters()).isEmpty();
            assertThat(bare.getFunctions()).isEmpty();
            assertThat(bare.getAttributeResolver()).isEmpty();
            assertThat(bare.getTests().keySet()).isSubsetOf("empty", "null");
            assertThat(bare.getTokenParsers()).extracting(TokenParser::getTag).isSubsetOf("if", "for");
        }
    }

    @Test
    void whatIsNeededIsThere() {
        Map<String, ?> metadata = Map.of("amount", 1, "is_paid", false, "items", List.of("a_b", "c"), "starts_at", 0);
        assertThat(ExampleTemplates.describe(
                        "{% if amount == 1 and not is_paid %}one{% else %}more{% endif %}", metadata))
                .isEqualTo("one");
        assertThat(ExampleTemplates.describe("{{ starts_at | date }}, {{ starts_at | relative }}", metadata))
                .isEqualTo("<t:0:D>, <t:0:R>");
        assertThat(ExampleTemplates.describe("{{ starts_at | date | default('never') }}", metadata))
                .isEqualTo("<t:0:D>");
        assertThat(ExampleTemplates.describe("{{ text | default('never') }}", metadata))
                .isEqualTo("never");
        assertThat(ExampleTemplates.describe("{{ items | join }}", metadata)).isEqualTo("a\\_b, c");
        assertThat(ExampleTemplates.describe("{{ items | join(' ') | upper }}", metadata))
                .isEqualTo("A\\_B C");
        assertThat(ExampleTemplates.describe("{{ plan | plan }} {{ default_paid_plan }}", metadata))
                .isEqualTo("Moddy Max moddy\\_max");
        assertThat(ExampleTemplates.describe("{% for i in items %}\n- {{ i }}{% endfor %}", metadata))
                .isEqualTo("- a\\_b\n- c");
        assertThat(ExampleTemplates.describe("a{# comment #}b", metadata)).isEqualTo("ab");
    }

    @Test
    void noMissingValueMakesATemplateFail() {
        String text =
                "{% if is_paid and not is_paid or is_paid %}x{% elseif text == 'a' %}y{% endif %}{{ is_paid ? 'a' : 'b' }}"
                        + "{{ text }}{{ amount | money(currency) }}{{ starts_at | date }}{{ items | join }}{{ text ~ text }}"
                        + "{% for i in items %}{{ i }}{% endfor %}{{ text | upper | plan }}";
        assertThat(ExampleTemplates.describe(text, Map.of())).isEqualTo("b");
    }
}
