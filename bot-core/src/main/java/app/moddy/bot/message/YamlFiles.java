package app.moddy.bot.message;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Reads all template files of a plugin. */
final class YamlFiles {
    private YamlFiles() {}

    /**
     * Gives the base file first; none at all if it is missing or can not be read, since the others are compared with it. A
     * plugin without actions needs none: an empty one stands for it.
     */
    static Map<DiscordLocale, YamlSection> of(PluginTexts plugin, List<TemplateFault> faults) {
        Map<DiscordLocale, YamlSection> files = new LinkedHashMap<>();
        read(plugin, LanguageChoice.BASE, faults).ifPresent(base -> {
            files.put(LanguageChoice.BASE, base);
            for (DiscordLocale language : languages()) {
                if (language != LanguageChoice.BASE) {
                    read(plugin, language, faults).ifPresent(file -> files.put(language, file));
                }
            }
        });
        return files;
    }

    /** Every language that a file can be for. */
    static List<DiscordLocale> languages() {
        List<DiscordLocale> languages = new ArrayList<>(List.of(DiscordLocale.values()));
        languages.remove(DiscordLocale.UNKNOWN);
        return languages;
    }

    /** What is in the file; empty if there is none, or after a fault. */
    private static Optional<YamlSection> read(PluginTexts plugin, DiscordLocale language, List<TemplateFault> all) {
        String tag = language.getLocale();
        TemplateFaults faults =
                TemplateFaults.ofPlugin(language, plugin.source().file(tag), all);
        try {
            Optional<String> text = plugin.source().text(tag);
            if (language == LanguageChoice.BASE && text.isEmpty()) {
                if (plugin.actions().isEmpty()) {
                    return YamlText.read("", faults);
                }
                faults.add(
                        TemplateFault.NO_LINE,
                        "(file)",
                        "is missing beside the plugin's class; it is the base of all languages");
            }
            return text.flatMap(yaml -> YamlText.read(yaml, faults));
        } catch (UncheckedIOException e) {
            boolean encoding = e.getCause() instanceof CharacterCodingException;
            String message = encoding ? "is not UTF-8; save it as such" : "can not be read: " + e.getMessage();
            faults.add(TemplateFault.NO_LINE, "(file)", message);
            return Optional.empty();
        }
    }
}
