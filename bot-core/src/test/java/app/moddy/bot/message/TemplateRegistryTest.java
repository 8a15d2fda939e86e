package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateRegistryTest {
    private static final String FILE = """
            example:
              colour: "#123456"
              title: "{{ text }}"
              description: "{{ text }}"
              fields:
                "{{ text }}": {name: "{{ text }}", value: value}
                both: {name: name, value: "{{ text }}", inline: true}
              samples:
                second: {plan: moddy_max, metadata: {text: a, amount: 5, items: [1, true], starts_at: 2024-01-20}}
                first: {}
            """;
    private final ExampleRegistry registry = ExampleTemplates.registry();

    record Other(@Nullable String text) {}

    @Test
    void givesTheSamplesInTheFilesOrder() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        assertThat(registry.samples("example")).extracting(Sample::name).containsExactly("second", "first");
        Sample sample = registry.samples("example").get(0);
        assertThat(sample.plan()).isEqualTo("moddy_max");
        assertThat(registry.notice("example", sample.plan(), sample.metadata()).warnings())
                .isEmpty();
        assertThat(sample.metadata()).containsOnlyKeys("text", "amount", "items", "starts_at");
    }

    @Test
    void leavesOutWhatComesOutEmpty() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        MessageEmbed embed = registry.render(registry.notice("example", null, Map.of("text", "\u2800")), "1")
                .embed();
        assertThat(embed.getTitle()).isNull();
        assertThat(embed.getDescription()).isNull();
        assertThat(embed.getFields()).isEmpty();
        assertThat(embed.getFooter()).extracting(MessageEmbed.Footer::getText).isEqualTo("Ref 1");
    }

    @Test
    void marksATestInTitleAndFooter() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        Notice notice = registry.notice("example", null, Map.of("text", "Hi")).asTest();
        MessageEmbed embed = registry.render(notice, "42").embed();
        assertThat(embed.getTitle()).isEqualTo("🧪 Test · Hi");
        assertThat(embed.getFooter()).extracting(MessageEmbed.Footer::getText).isEqualTo("Test · Ref 42");
        MessageEmbed untitled = registry.render(
                        registry.notice("example", null, Map.of()).asTest(), "42")
                .embed();
        assertThat(untitled.getTitle()).isEqualTo("🧪 Test");
    }

    @Test
    void clipsLongValues() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        Notice notice = registry.notice("example", null, Map.of("text", "*".repeat(10_000)));
        MessageEmbed embed = registry.render(notice.asTest(), "42").embed();
        assertThat(embed.isSendable()).isTrue();
        assertThat(embed.getTitle()).endsWith("\\*…").hasSizeBetween(254, 256);
        assertThat(embed.getFields().get(1).getValue()).endsWith("\\*…").hasSizeBetween(1022, 1024);
    }

    @Test
    void refusesASecondPluginWithTheSameActionAndNamesBoth() {
        ExampleTemplates.register(registry, "alpha", Map.of("en-US", FILE));
        assertThatThrownBy(() -> registry.register(
                        "beta", List.of(Example.ACTION), ExampleTemplates.files(Map.of("en-US", "# texts\n" + FILE))))
                .isInstanceOfSatisfying(
                        TemplateFaultException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "templates/en-US.yml:2: example: plugin 'alpha' and plugin 'beta' both have this "
                                                + "action; rename one of them"));
        registry.unregister("beta");
        assertThat(registry.actions()).containsExactly("example");
        registry.unregister("alpha");
        assertThat(registry.actions()).isEmpty();
        ExampleTemplates.register(registry, "beta", Map.of("en-US", FILE));
        assertThat(registry.actions()).containsExactly("example");
    }

    @Test
    void registersAllOrNothing() {
        List<UserAction<?>> actions = List.of(Example.ACTION, new UserAction<>("other", Other.class));
        assertThatThrownBy(() -> registry.register("a", actions, ExampleTemplates.files(Map.of("en-US", FILE))))
                .isInstanceOf(TemplateFaultException.class)
                .hasMessageContaining("templates of plugin 'a'")
                .hasMessageContaining("templates/en-US.yml:1: other: is missing");
        assertThat(registry.actions()).isEmpty();
        assertThat(registry.languages()).isEmpty();
    }

    @Test
    void namesTheKnownActionsWhenOneIsUnknown() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.notice("exmaple", null, Map.of()))
                .withMessage("no action 'exmaple'; known: example");
        assertThatIllegalArgumentException().isThrownBy(() -> registry.samples("exmaple"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.notice(new UserAction<>("example", Other.class), null, new Other("")));
    }

    @Test
    void cleansWhatAPluginSaysLikeWhatACallerSays() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        Example metadata = new Example("a\u202eb", 5L, "euro", true, null, List.of());
        Notice notice = registry.notice(Example.ACTION, "  ", metadata);
        assertThat(notice.metadata()).isEqualTo(new Example("ab", 5L, null, true, null, null));
        assertThat(notice.warnings()).extracting(MetadataWarning::field).containsExactly("metadata.currency");
        assertThat(notice.plan()).isEmpty();
        assertThat(notice.language()).isEmpty();
        assertThat(notice.withLanguage(DiscordLocale.DUTCH).asTest().language()).contains(DiscordLocale.DUTCH);
    }

    @Test
    void refusesARefThatNobodyCouldQuote() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        Notice notice = registry.notice("example", null, Map.of());
        for (String ref : List.of("", "a b", "x".repeat(101), "é")) {
            assertThatIllegalArgumentException().isThrownBy(() -> registry.render(notice, ref));
        }
    }

    @Test
    void isOneServiceInTheInjector() {
        Injector injector = Guice.createInjector(new MessageModule(), binder -> {
            binder.requireExplicitBindings();
            binder.disableCircularProxies();
            binder.bind(MessageSettings.class).toInstance(MessageSettings.defaults());
        });
        assertThat(injector.getInstance(ActionRegistry.class)).isSameAs(injector.getInstance(CommandWords.class));
    }

    @Test
    void rendersTheSameInManyThreads() {
        ExampleTemplates.register(registry, "a", Map.of("en-US", FILE));
        List<String> titles = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> registry.notice("example", null, Map.of("text", "Hi " + i)))
                .map(notice ->
                        String.valueOf(registry.render(notice, "1").embed().getTitle()))
                .toList();
        assertThat(titles)
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> "Hi " + i).toList());
    }

    @Test
    void readsFilesBesideAClass() {
        assertThat(TemplateSource.of(TemplateRegistryTest.class).text("en-US")).contains("example: {}\n");
        assertThat(TemplateSource.of(TemplateRegistryTest.class).text("fr")).isEmpty();
    }
}
