package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    private static final String FILE = """
            example:
              title: %s
              description: "{{ amount | money }}"
            other: {title: other}
            """;
    private static final String BASE = """
            example:
              colour: "#123456"
              title: en-US
              description: "{{ amount | money }}"
              samples: {usual: {plan: moddy_max}}
            other:
              colour: "#123456"
              title: en-US
              samples: {usual: {plan: moddy_max}}
            """;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    fr,     en-US, fr
                    en-GB,  en-US, en-US
                    es-419, en-US, es-ES
                    es-ES,  en-US, es-ES
                    de,     en-US, en-US
                    de,     fr,    fr
                    en-GB,  fr,    en-US
                    -,      en-US, en-US
                    -,      fr,    fr
                    -,      es-419, es-ES
                    -,      de,    en-US
                    -,      klingon, en-US
                    """)
    void takesTheNearestLanguageThatThereIs(@Nullable String wish, String configured, String expected) {
        ExampleRegistry registry = registry(configured);
        Notice notice = registry.notice("example", null, wish == null ? Map.of() : Map.of("locale", wish));
        RenderedNotice rendered = registry.render(notice, "1");
        assertThat(rendered.language().getLocale()).isEqualTo(expected);
        assertThat(rendered.embed().getTitle()).isEqualTo(expected);
    }

    @Test
    void fallsBackForTheWholeEmbedWhenALanguageLacksTheAction() {
        Notice notice = registry("es-ES").notice("other", null, Map.of("locale", "fr"));
        RenderedNotice rendered = registry("es-ES").render(notice, "1");
        assertThat(rendered.language()).isEqualTo(DiscordLocale.SPANISH);
        assertThat(rendered.embed().getTitle()).isEqualTo("other");
    }

    @Test
    void writesMoneyInTheLanguageOfTheTextNotOfTheWish() {
        ExampleRegistry registry = registry("en-US");
        Notice notice = registry.notice("example", null, Map.of("amount", 1, "locale", "de"));
        assertThat(registry.render(notice, "1").embed().getDescription()).isEqualTo("€0.01");
        assertThat(registry.render(notice.withLanguage(DiscordLocale.FRENCH), "1")
                        .embed()
                        .getDescription())
                .isEqualTo("0,01\u00a0€");
    }

    @Test
    void listsTheLanguagesThatThereAre() {
        assertThat(registry("en-US").languages())
                .containsExactly(DiscordLocale.ENGLISH_US, DiscordLocale.SPANISH, DiscordLocale.FRENCH);
    }

    private static ExampleRegistry registry(String configured) {
        ExampleRegistry registry = ExampleTemplates.registry(new MessageSettings(configured, null, null, null, null));
        String french = FILE.formatted("fr").replace("other: {title: other}", "");
        try {
            registry.register(
                    "example",
                    List.of(Example.ACTION, new UserAction<>("other", Example.class)),
                    ExampleTemplates.files(Map.of("en-US", BASE, "fr", french, "es-ES", FILE.formatted("es-ES"))));
        } catch (TemplateFaultException e) {
            throw new AssertionError(e);
        }
        return registry;
    }
}
