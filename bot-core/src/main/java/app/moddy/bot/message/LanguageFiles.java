package app.moddy.bot.message;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Reads all template files of a plugin. */
final class LanguageFiles {
    private LanguageFiles() {}

    /**
     * Gives the base file first; none at all without it, since the others are compared with it.
     *
     * @param actions the names of the plugin's actions
     */
    static List<LanguageFile> read(TemplateSource source, Set<String> actions, List<String> faults) {
        String baseTag = LanguageChoice.BASE.getLocale();
        TemplateFaults own = new TemplateFaults(source.file(baseTag), faults);
        List<LanguageFile> files = new ArrayList<>();
        root(source, baseTag, true, own)
                .map(file -> LanguageFile.base(file, actions, own))
                .ifPresent(base -> {
                    files.add(base);
                    files.addAll(translations(source, actions, base, faults));
                });
        return files;
    }

    private static List<LanguageFile> translations(
            TemplateSource source, Set<String> actions, LanguageFile base, List<String> faults) {
        List<LanguageFile> files = new ArrayList<>();
        for (DiscordLocale language : DiscordLocale.values()) {
            if (language != LanguageChoice.BASE && language != DiscordLocale.UNKNOWN) {
                TemplateFaults own = new TemplateFaults(source.file(language.getLocale()), faults);
                root(source, language.getLocale(), false, own)
                        .ifPresent(file -> files.add(LanguageFile.translation(language, file, actions, base, own)));
            }
        }
        return files;
    }

    /** What is in the file; empty if there is none, or after a fault. */
    private static Optional<YamlSection> root(
            TemplateSource source, String tag, boolean needed, TemplateFaults faults) {
        try {
            Optional<String> text = source.text(tag);
            if (needed && text.isEmpty()) {
                faults.add(1, "(file)", "is missing beside the plugin's class; it is the base of all languages");
            }
            return text.flatMap(yaml -> YamlSection.of(yaml, faults));
        } catch (UncheckedIOException e) {
            boolean encoding = e.getCause() instanceof CharacterCodingException;
            String message = encoding ? "is not UTF-8; save it as such" : "can not be read: " + e.getMessage();
            faults.add(1, "(file)", message);
            return Optional.empty();
        }
    }
}
