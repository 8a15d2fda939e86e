package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's texts in place of the plugins', and in further languages. */
class OperatorFilesTest {
    private static final SlashCommandData COMMAND = Commands.slash("prize", "Prizes");
    private static final String BASE = """
            example:
              colour: "#123456"
              title: Title
              description: Text
              fields:
                first: {name: First, value: "{{ text }}", inline: true}
                second: {name: Second, value: "{{ items | label('item') }}"}
              samples:
                usual: {metadata: {text: a, items: [a]}}
            _labels:
              item: {a: Apple, b: Berry}
            _commands:
              prize: {replies: {none: None., some: "{{ count }} prizes"}}
            """;
    private static final String FRENCH = """
            example:
              title: Titre
              description: Texte
              fields:
                first: {name: Premier, value: "{{ text }}"}
                second: {name: Deuxième, value: "{{ items | label('item') }}"}
            _labels:
              item: {a: Pomme, b: Baie}
            """;
    private static final String GERMAN = """
            example:
              title: Titel
              description: null
              fields:
                first: {name: Erstes, value: "{{ text }}"}
                second: null
            _commands:
              prize: {name: preis, replies: {none: Keiner.}}
            """;

    @TempDir
    private Path folder;

    private final ExampleRegistry registry = ExampleTemplates.registry();

    @BeforeEach
    void registerThePlugin() throws TemplateFaultException {
        registry.register(
                "example",
                List.of(Example.ACTION),
                List.of(COMMAND),
                ExampleTemplates.files(Map.of("en-US", BASE, "fr", FRENCH)));
    }

    @Test
    void needsNoFolder() {
        assertThat(registry.wording.reload(new OperatorFolder(folder.resolve("none"))))
                .isEqualTo(new OperatorTemplates.Reload(List.of(), List.of()));
    }

    @Test
    void replacesSingleTextsAndKeepsTheOthersAndTheirOrder() throws IOException {
        write("en-US.yml", """
                example:
                  title: Mine
                  fields: {second: {name: 2nd}}
                _labels: {item: {a: Apricot}}
                _commands: {prize: {replies: {none: Nothing.}}}
                """);
        assertThat(reload().changed())
                .containsExactly(folder.resolve("en-US.yml").toString());
        MessageEmbed embed = embed(DiscordLocale.ENGLISH_US);
        assertThat(embed.getTitle()).isEqualTo("Mine");
        assertThat(embed.getDescription()).isEqualTo("Text");
        assertThat(embed.getFields()).extracting(MessageEmbed.Field::getName).containsExactly("First", "2nd");
        assertThat(embed.getFields()).extracting(MessageEmbed.Field::getValue).containsExactly("a", "Apricot");
        assertThat(embed(DiscordLocale.FRENCH).getTitle()).isEqualTo("Titre");
        assertThat(registry.replies("example").say(DiscordLocale.ENGLISH_US, "prize.none"))
                .isEqualTo("Nothing.");
    }

    @Test
    void changesTheLookOfAllLanguagesInEnglishAndRemovesInOneAlone() throws IOException {
        write("en-US.yml", """
                example: {colour: "#ffffff", description: null, fields: {first: {inline: false}, second: null}}
                """);
        assertThat(reload().faults()).isEmpty();
        MessageEmbed english = embed(DiscordLocale.ENGLISH_US);
        assertThat(english.getDescription()).isNull();
        assertThat(english.getFields()).hasSize(1);
        MessageEmbed french = embed(DiscordLocale.FRENCH);
        assertThat(french.getColorRaw()).isEqualTo(0xffffff);
        assertThat(french.getDescription()).isEqualTo("Texte");
        assertThat(french.getFields()).extracting(MessageEmbed.Field::isInline).containsExactly(false, false);
    }

    @Test
    void addsALanguageByOneFile() throws IOException {
        write("de.yml", GERMAN);
        assertThat(reload().faults()).isEmpty();
        assertThat(registry.languages())
                .containsExactly(DiscordLocale.GERMAN, DiscordLocale.ENGLISH_US, DiscordLocale.FRENCH);
        MessageEmbed german = embed(DiscordLocale.GERMAN);
        assertThat(german.getTitle()).isEqualTo("Titel");
        assertThat(german.getDescription()).isNull();
        assertThat(german.getFields()).extracting(MessageEmbed.Field::getName).containsExactly("Erstes");
        Replies replies = registry.replies("example");
        assertThat(replies.say(DiscordLocale.GERMAN, "prize.none")).isEqualTo("Keiner.");
        assertThat(replies.say(DiscordLocale.GERMAN, "prize.some", Map.of("count", 2)))
                .isEqualTo("2 prizes");
        assertThat(registry.wording.localized(COMMAND).getNameLocalizations().toMap())
                .isEqualTo(Map.of(DiscordLocale.GERMAN, "preis"));
    }

    @Test
    void keepsTheLastGoodVersionOfAFaultyFileAndTakesTheMendedOne() throws IOException {
        write("de.yml", GERMAN);
        write("fr.yml", "example: {title: À moi}\n");
        reload();
        write("de.yml", GERMAN.replace("Titel", "\"{{ txt }}\""));
        OperatorTemplates.Reload faulty = reload();
        assertThat(faulty.changed()).isEmpty();
        assertThat(faulty.faults())
                .containsExactly(new TemplateFault(
                        DiscordLocale.GERMAN,
                        folder.resolve("de.yml").toString(),
                        2,
                        "example.title",
                        "unknown variable 'txt'; did you mean 'text'?"));
        assertThat(registry.faults()).isEqualTo(faulty.faults());
        assertThat(embed(DiscordLocale.GERMAN).getTitle()).isEqualTo("Titel");
        assertThat(embed(DiscordLocale.FRENCH).getTitle()).isEqualTo("À moi");
        write("de.yml", GERMAN.replace("Titel", "Neu"));
        assertThat(reload().changed()).containsExactly(folder.resolve("de.yml").toString());
        assertThat(registry.faults()).isEmpty();
        assertThat(embed(DiscordLocale.GERMAN).getTitle()).isEqualTo("Neu");
        Files.delete(folder.resolve("de.yml"));
        assertThat(reload().changed()).containsExactly(folder.resolve("de.yml").toString());
        assertThat(embed(DiscordLocale.GERMAN).getTitle()).isEqualTo("Title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            en-US.yml § exmaple: {title: x}                            § :1: exmaple: unknown key; did you mean 'example'?
            en-US.yml § example: {titel: x}                            § :1: example.titel: unknown key; did you mean 'title'?
            en-US.yml § example: {samples: {a: {}}}                    § :1: example.samples: unknown key
            en-US.yml § example: {title: null}                         § :1: example.title: must be a text
            en-US.yml § example: {colour: blue}                        § :1: example.colour: must be a colour such as "#00ff00", in quotes
            en-US.yml § example: {fields: {third: {name: a, value: b}}} § :1: example.fields.third: unknown key; there are: first, second
            en-US.yml § example: {fields: {first: {nam: a}}}           § :1: example.fields.first.nam: unknown key; did you mean 'name'?
            en-US.yml § example: {fields: {first: text}}               § :1: example.fields.first: must be a mapping of keys
            en-US.yml § example: {description: "{{ text | date }}"}    § :1: example.description: the filter 'date' needs an Instant, not a String
            en-US.yml § _labels: {items: {a: x}}                       § :1: _labels.items: unknown key; did you mean 'item'?
            en-US.yml § _labels: {item: {c: x}}                        § :1: _labels.item.c: unknown key; there are: a, b
            en-US.yml § _commands: {price: {replies: {none: x}}}       § :1: _commands.price: unknown key; did you mean 'prize'?
            en-US.yml § _commands: {prize: {replies: {nothing: x}}}    § :1: _commands.prize.replies.nothing: unknown reply 'prize.nothing'
            en-US.yml § _commands: {prize: {replies: {none: "{{ c }}"}}} § :1: _commands.prize.replies.none: unknown variable 'c'; there are none
            en-US.yml § _commands: {prize: {description: x}}           § :1: _commands.prize.description: belongs in other languages' files only
            en-US.yml § _replies: {error: {gone: x}}                   § :1: _replies.error: unknown key; there are none
            fr.yml    § example: {colour: "#000000"}                   § :1: example.colour: belongs in the base file (en-US) only
            fr.yml    § example: {fields: {third: {name: a, value: b}}} § :1: example.fields.third: unknown key; there are: first, second
            fr.yml    § _commands: {prize: {name: Un prix}}            § :1: _commands.prize.name: must be lower case letters
            de.yml    § example: {title: Titel}                        § :1: example.description: is missing; write the text here
            de.yml    § _labels: {item: {a: Apfel}}                    § :1: _labels.item.b: is missing; write the word here
            de.yml    § [a]                                            § :1: (file): must be a mapping of actions
            de.yml    § a: {                                           § :1: (file): is no valid YAML
            de-DE.yml § example: {}                                    § : is not named like a Discord locale, such as de.yml
            de.yaml   § example: {}                                    § : must end in .yml; rename it
            """)
    void saysEachFaultWithFileLineAndKey(String file, String text, String fault) throws IOException {
        write(file, text);
        assertThat(reload().faults())
                .anySatisfy(found -> assertThat(found.toString())
                        .startsWith(folder.resolve(file).toString() + fault));
        assertThat(embed(DiscordLocale.ENGLISH_US).getTitle()).isEqualTo("Title");
    }

    @Test
    void saysThatAFileIsNotUtf8() throws IOException {
        Files.write(folder.resolve("de.yml"), "example: {title: Größe}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reload().faults())
                .extracting(TemplateFault::message)
                .containsExactly("is not UTF-8; save it as such");
    }

    @Test
    void forgetsADeletedFileThoughAnotherIsMisnamed() throws IOException {
        write("en-US.yml", "example: {title: Mine}\n");
        reload();
        write("german.yml", GERMAN);
        Files.delete(folder.resolve("en-US.yml"));
        OperatorTemplates.Reload reload = reload();
        assertThat(reload.changed()).containsExactly(folder.resolve("en-US.yml").toString());
        assertThat(reload.faults()).extracting(TemplateFault::key).containsExactly("(file)");
        assertThat(embed(DiscordLocale.ENGLISH_US).getTitle()).isEqualTo("Title");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // who opens a named pipe heeds no interrupt
    void readsNothingThatIsNoFileOrTooLarge() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("da.yml").toString())
                        .start()
                        .waitFor())
                .isZero();
        write("de.yml", GERMAN + "#".repeat(1_000_000));
        Files.createDirectory(folder.resolve("fr.yml"));
        Files.createSymbolicLink(folder.resolve("it.yml"), folder.resolve("nowhere"));
        write("en-US.yml", "example: {title: Mine}\n");
        assertThat(reload().faults())
                .extracting(TemplateFault::message)
                .satisfiesExactly(
                        pipe -> assertThat(pipe).isEqualTo("is no ordinary file"),
                        large -> assertThat(large).endsWith(" bytes, at most 1000000 are read"),
                        directory -> assertThat(directory).isEqualTo("is no ordinary file"),
                        dangling -> assertThat(dangling).startsWith("can not be read: "));
        assertThat(embed(DiscordLocale.ENGLISH_US).getTitle()).isEqualTo("Mine");
    }

    @Test
    void leavesOutWhatMayBeForAPluginThatDoesNotRun() throws IOException {
        write("en-US.yml", "example: {title: Mine}\ncoupon: {title: Coupon}\n");
        registry.wording.complete(List.of("coupons"));
        assertThat(reload().faults()).isEmpty();
        assertThat(embed(DiscordLocale.ENGLISH_US).getTitle()).isEqualTo("Mine");
        registry.wording.complete(List.of());
        assertThat(reload().faults()).extracting(TemplateFault::key).containsExactly("coupon");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private OperatorTemplates.Reload reload() {
        return registry.wording.reload(new OperatorFolder(folder));
    }

    private MessageEmbed embed(DiscordLocale language) {
        Sample sample = registry.samples("example").get(0);
        Notice notice = registry.notice("example", sample.plan(), sample.metadata());
        return registry.render(notice.withLanguage(language), "1").embed();
    }
}
