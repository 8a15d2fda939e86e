package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of a template file is said with file, line and key, all at once. */
class TemplateFaultsTest {
    private static final String GOOD = """
            example:
              colour: "#123456"
              title: Title
              description: Text
              fields:
                first: {name: First, value: "{{ text }}", inline: true}
                second: {name: Second, value: "{{ items | label('item') }}"}
              samples:
                usual: {plan: moddy_max, metadata: {text: a, amount: 1}}
            _labels:
              item: {a: A, b: B}
            """;
    private static final String GOOD_FRENCH = """
            example:
              title: Titre
              description: Texte
              fields:
                first: {name: Premier, value: "{{ text }}"}
                second: {name: Deuxième, value: "{{ items | label('item') }}"}
            _labels:
              item: {a: A, b: B}
            """;

    @Test
    void findsNoneInGoodFiles() {
        assertThat(faults(GOOD, GOOD_FRENCH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    colour: "#123456"            § colour: green               § 2: example.colour: must be a colour such as "#00ff00", in quotes
                    colour: "#123456"            § color: "#123456"            § 2: example.color: unknown key; did you mean 'colour'?
                    colour: "#123456"            § color: "#123456"            § 1: example.colour: is missing; write the text here
                    colour: "#123456"            § colour: #123456             § 2: example.colour: must be a text; in quotes if it begins with '{' or '#'
                    title: Title                 § title: [a]                  § 3: example.title: must be a text
                    title: Title                 § title: {{ text }}           § 3: example.title: must be a text; in quotes if it begins with '{' or '#'
                    colour: "#123456"            § colour: ""                  § 2: example.colour: is blank; write the text here
                    title: Title                 § title: " \u00a0"             § 3: example.title: is blank; write the text here
                    title: Title                 § title: "{% if text == 'x' %}a{% endif %}" § 3: example.title: comes out empty with every sample; write what is always there
                    description: Text            § description: ""             § 4: example.description: is blank; write the text here
                    name: First,                 § name: "\u200b",             § 6: example.fields.first.name: is blank; write the text here
                    value: "{{ text }}"          § value: ""                   § 6: example.fields.first.value: is blank; write the text here
                    plan: moddy_max              § plan: 5                     § 9: example.samples.usual.plan: must be a text
                    plan: moddy_max              § plan: [a]                   § 9: example.samples.usual.plan: must be a text
                    text: a,                     § locale: fr-FR, text: a,     § 9: example.samples.usual.metadata.locale: unknown Discord locale 'fr-FR'; there are: ar, bg, cs
                    {a: A, b: B}                 § {a: A, B: B, b: C}          § 11: _labels.item.b: differs from another only in case; remove one
                    title: Title                 § titel: Title                § 3: example.titel: unknown key; did you mean 'title'?
                    title: Title                 § titel: Title                § 1: example.title: is missing; write the text here
                    description: Text            § title: Text                 § 4: example.title: stands here twice; remove one
                    description: Text            § description: "{{ txt }}"    § 4: example.description: unknown variable 'txt'; did you mean 'text'?
                    description: Text            § description: "{% if is_paid %}{{ amuont }}{% endif %}" § 4: example.description: unknown variable 'amuont'; did you mean 'amount'?
                    description: Text            § description: "{{ text | uper }}" § 4: example.description: unknown filter 'uper'; did you mean 'upper'?
                    description: Text            § description: "{{ text "     § 4: example.description: not valid
                    description: Text            § description: "{% set a = 1 %}" § 4: example.description: the tag 'set' is not allowed; there are: if, for
                    description: Text            § description: "{{ max(1) }}" § 4: example.description: only variables, texts, filters
                    description: Text            § description: "{{ text | date }}" § 4: example.description: the filter 'date' needs an Instant, not a String
                    description: Text            § description: "{{ items | money }}" § 4: example.description: the filter 'money' needs a Long, not a List<String>
                    description: Text            § description: "{% if text == 'boom' %}{{ text | relative }}{% endif %}" § 4: example.description: the filter 'relative' needs an Instant, not a String
                    description: Text            § description: "{{ starts_at | default('never') | date }}" § 4: example.description: the filter 'date' needs an Instant, not a String
                    description: Text            § description: "{{ amount | default(starts_at) | money }}" § 4: example.description: the filter 'money' needs a Long, not an Instant
                    description: Text            § description: "{{ (is_paid ? amount : is_paid) | money }}" § 4: example.description: the filter 'money' needs a Long, not a Boolean
                    description: Text            § description: "{{ amount | money | money }}" § 4: example.description: the filter 'money' needs a Long, not a String
                    description: Text            § description: "{{ ('a' ~ text) | date }}" § 4: example.description: the filter 'date' needs an Instant, not a String
                    description: Text            § description: "{% for i in items %}{{ i | date }}{% endfor %}" § 4: example.description: the filter 'date' needs an Instant, not a String
                    description: Text            § description: "{{ text | upper(starts_at | money) }}" § 4: example.description: the filter 'money' needs a Long, not an Instant
                    description: Text            § description: "{% if text %}a{% endif %}" § 4: example.description: 'text' is not a Boolean: write 'text is not empty'
                    description: Text            § description: "{{ text | upper(1) }}" § 4: example.description: the filter 'upper' takes no argument
                    description: Text            § description: "{{ amount | money(text, text) }}" § 4: example.description: the filter 'money' takes one argument: currency
                    description: Text            § description: "{{ amount | money(code=text) }}" § 4: example.description: the filter 'money' takes one argument: currency
                    description: Text            § description: "{{ text | label(plan) }}" § 4: example.description: write the group of labels as a text: label('group')
                    name: First,                 § nam: First,                 § 6: example.fields.first.nam: unknown key; did you mean 'name'?
                    name: First,                 § nam: First,                 § 6: example.fields.first.name: is missing; write the text here
                    inline: true                 § inline: sometimes           § 6: example.fields.first.inline: must be true or false
                    {name: First, value: "{{ text }}", inline: true} § text                        § 6: example.fields.first: must be a mapping of keys
                    label('item')                § label('itme')               § 7: example.fields.second.value: unknown group of labels in this file 'itme'; did you mean 'item'?
                    usual: {plan: moddy_max, metadata: {text: a, amount: 1}} § {}                          § 8: example.samples: needs at least one: usual: {plan: moddy_max, metadata: {}}
                    amount: 1                    § amount: many                § 9: example.samples.usual.metadata.amount: must be a whole number
                    amount: 1                    § amuont: 1                   § 9: example.samples.usual.metadata.amuont: unknown key; did you mean 'amount'?
                    amount: 1                    § currency: euro              § 9: example.samples.usual.metadata.currency: must be an ISO 4217 code such as eur
                    plan: moddy_max              § plam: moddy_max             § 9: example.samples.usual.plam: unknown key; did you mean 'plan'?
                    example:                     § exmaple:                    § 1: example: is missing; write a template for this action of the plugin
                    example:                     § exmaple:                    § 1: exmaple: unknown key; did you mean 'example'?
                    example:                     § example: [                  § 3: (file): is no valid YAML
                    {a: A, b: B}                 § [a]                         § 11: _labels.item: must be a mapping of keys
                    {a: A, b: B}                 § {a: [A], b: B}              § 11: _labels.item.a: must be a text
                    """)
    void namesEachInTheBaseFile(String good, String bad, String expected) {
        assertThat(GOOD).contains(good);
        assertThat(faults(once(GOOD, good, bad), null))
                .anySatisfy(fault -> assertThat(fault).startsWith("templates/en-US.yml:" + expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    title: Titre                 § title:                      § 2: example.title: must be a text
                    title: Titre                 § colour: "#000000"           § 2: example.colour: belongs in the base file (en-US) only: it is the same in every language
                    title: Titre                 § samples: {}                 § 2: example.samples: belongs in the base file (en-US) only: it is the same in every language
                    title: Titre                 § titre: Titre                § 1: example.title: is missing; write the text here
                    description: Texte           § descriptoin: Texte          § 3: example.descriptoin: unknown key; did you mean 'description'?
                    description: Texte           § descriptoin: Texte          § 1: example.description: is missing; write the text here
                    description: Texte           § description: "{{ txt }}"    § 3: example.description: unknown variable 'txt'; did you mean 'text'?
                    fields:                      § feilds:                     § 1: example.fields: is missing; translate the fields of the base file
                    first:                       § frist:                      § 5: example.fields.frist: unknown key; did you mean 'first'?
                    first:                       § frist:                      § 4: example.fields.first: is missing; translate its name and value
                    name: Premier                § inline: true                § 5: example.fields.first.inline: belongs in the base file (en-US) only: it is the same in every language
                    name: Premier                § nom: Premier                § 5: example.fields.first.name: is missing; write the text here
                    {a: A, b: B}                 § {a: A}                      § 8: _labels.item.b: is missing; write the word here
                    {a: A, b: B}                 § {a: A, b: B, c: C}          § 8: _labels.item.c: unknown key; there are: a, b
                    item: {a: A, b: B}           § itme: {a: A, b: B}          § 8: _labels.itme: unknown key; did you mean 'item'?
                    item: {a: A, b: B}           § {}                          § 6: example.fields.second.value: unknown group of labels in this file 'item'; there are none
                    example:                     § other:                      § 1: other: unknown key; there are: _commands, _labels, _replies, example
                    """)
    void namesEachInAnotherLanguage(String good, String bad, String expected) {
        assertThat(GOOD_FRENCH).contains(good);
        assertThat(faults(GOOD, once(GOOD_FRENCH, good, bad)))
                .anySatisfy(fault -> assertThat(fault).startsWith("templates/fr.yml:" + expected));
    }

    @Test
    void refusesTextsThatAreLongerThanDiscordShows() {
        assertThat(tooLong("title: Title", "title: ", 256))
                .containsExactly("templates/en-US.yml:3: example.title: has 257 characters; Discord shows at most 256");
        assertThat(tooLong("description: Text", "description: ", 4096))
                .containsExactly(
                        "templates/en-US.yml:4: example.description: has 4097 characters; Discord shows at most 4096");
        assertThat(tooLong("name: First", "name: ", 256))
                .containsExactly(
                        "templates/en-US.yml:6: example.fields.first.name: has 257 characters; Discord shows at most 256");
        assertThat(tooLong("value: \"{{ text }}\"", "value: ", 1024))
                .containsExactly(
                        "templates/en-US.yml:6: example.fields.first.value: has 1025 characters; Discord shows at most 1024");
    }

    /** The faults of a text of one character too many, after seeing that one of just the limit has none. */
    private static List<String> tooLong(String good, String key, int limit) {
        assertThat(faults(once(GOOD, good, key + "x".repeat(limit)), null)).isEmpty();
        return faults(once(GOOD, good, key + "x".repeat(limit + 1)), null);
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        TemplateSource source = TemplateSource.of(TemplateFaultsTest.class);
        TemplateFaultException e = catchThrowableOfType(
                TemplateFaultException.class,
                () -> ExampleTemplates.registry().register("example", List.of(Example.ACTION), source));
        assertThat(e.faults()).contains("templates/da.yml: is not UTF-8; save it as such");
    }

    @Test
    void refusesAFileThatCanNotBeRead() {
        TemplateSource source = tag -> {
            throw new UncheckedIOException(new IOException("gone " + tag));
        };
        TemplateFaultException e = catchThrowableOfType(
                TemplateFaultException.class,
                () -> ExampleTemplates.registry().register("example", List.of(Example.ACTION), source));
        assertThat(e.faults())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("templates/en-US.yml: can not be read: ")
                .endsWith("gone en-US");
    }

    @Test
    void takesALabelWhateverItsCaseInTheLanguages() {
        assertThat(faults(
                        GOOD.replace("{a: A, b: B}", "{VIP: Vip}"), GOOD_FRENCH.replace("{a: A, b: B}", "{VIP: Vip}")))
                .isEmpty();
    }

    @Test
    void saysAllAtOnce() {
        String bad = GOOD.replace("Title", "\"{{ a1 }}\"").replace("Text", "\"{{ b2 }}\"");
        assertThat(faults(bad, GOOD_FRENCH.replace("Texte", "\"{{ c3 }}\""))).hasSize(3);
    }

    @Test
    void missesTheBaseFile() {
        assertThat(faults(Map.of("fr", GOOD_FRENCH)))
                .contains("templates/en-US.yml: is missing beside the plugin's class; it is the base of all languages");
    }

    @Test
    void takesAnEmptyFileAsOneWithoutActions() {
        assertThat(faults("# nothing yet\n", null))
                .containsExactly(
                        "templates/en-US.yml:1: example: is missing; write a template for this action of the plugin");
        assertThat(faults(GOOD, "")).isEmpty();
    }

    @Test
    void refusesAListAsFileAndAliasesThatNest() {
        assertThat(faults("- a\n", null)).contains("templates/en-US.yml:1: (file): must be a mapping of actions");
        assertThat(faults("a: &a {b: *a}\n", null))
                .anySatisfy(fault -> assertThat(fault).contains("is no valid YAML"));
    }

    @Test
    void letsValuesThroughThatAreOfTheRightTypeOneWayOrTheOther() {
        String text = "{{ amount | default(5) | money }} {{ (is_paid ? starts_at : null) | date }}";
        assertThat(faults(GOOD.replace("description: Text", "description: \"" + text + "\""), null))
                .isEmpty();
    }

    @Test
    void refusesMoreThan25Fields() {
        StringBuilder fields = new StringBuilder("fields:\n");
        for (int i = 1; i <= 26; i++) {
            fields.append("    f%s: {name: a, value: b}\n".formatted(i));
        }
        assertThat(faults(GOOD.replace("fields:\n", fields), null))
                .contains("templates/en-US.yml:31: example.fields.f26: is field 26; Discord shows at most 25");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void writesNumbersInTheSameDigitsWhateverTheProcesssLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            refusesMoreThan25Fields();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String once(String file, String good, String bad) {
        return file.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));
    }

    private static List<String> faults(String english, @Nullable String french) {
        return faults(french == null ? Map.of("en-US", english) : Map.of("en-US", english, "fr", french));
    }

    private static List<String> faults(Map<String, String> files) {
        TemplateFaultException e = catchThrowableOfType(
                TemplateFaultException.class,
                () -> ExampleTemplates.registry()
                        .register("example", List.of(Example.ACTION), ExampleTemplates.files(files)));
        return e == null ? List.of() : e.faults();
    }
}
