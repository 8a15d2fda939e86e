package app.moddy.bot.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Template files written in a test, and the real registry for them. */
final class ExampleTemplates {
    private ExampleTemplates() {}

    static ExampleRegistry registry() {
        return registry(MessageSettings.defaults());
    }

    static ExampleRegistry registry(MessageSettings settings) {
        return new ExampleRegistry(settings);
    }

    static TemplateSource files(Map<String, String> byLanguage) {
        return language -> Optional.ofNullable(byLanguage.get(language));
    }

    /** What the description comes out as. */
    static String describe(String text, Map<String, ?> metadata) {
        return describe(text, metadata, DiscordLocale.ENGLISH_US);
    }

    static String describe(String text, Map<String, ?> metadata, DiscordLocale language) {
        ExampleRegistry registry = registry();
        register(registry, "example", byLanguage(text, language));
        Notice notice = registry.notice("example", "moddy_max", metadata).withLanguage(language);
        return String.valueOf(registry.render(notice, "1").embed().getDescription());
    }

    static Map<String, String> baseFile(String text) {
        return Map.of("en-US", file(text));
    }

    static void register(ExampleRegistry registry, String plugin, Map<String, String> files) {
        try {
            registry.register(plugin, List.of(Example.ACTION), files(files));
        } catch (TemplateFaultException e) {
            throw new AssertionError(String.join("\n", e.faults()), e);
        }
    }

    private static String file(String text) {
        return """
                example:
                  colour: "#123456"
                  title: Title
                  description: %s
                  samples:
                    usual: {plan: moddy_max}
                """.formatted(quoted(text));
    }

    private static Map<String, String> byLanguage(String text, DiscordLocale language) {
        String translated = "example:\n  title: Title\n  description: %s\n".formatted(quoted(text));
        return language == DiscordLocale.ENGLISH_US
                ? baseFile(text)
                : Map.of("en-US", file(text), language.getLocale(), translated);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
