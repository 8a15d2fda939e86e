package app.moddy.bot.message;

import app.moddy.bot.message.ActionSource.SampleSource;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** From a plugin's actions and template files to what can be rendered, or to the list of all that is wrong. */
final class TemplateLoader {
    private final MessageSettings settings;
    private final Validator validator = MetadataValidator.create();

    @Inject
    TemplateLoader(MessageSettings settings) {
        this.settings = settings;
    }

    /** @param faults what is wrong is added; the result is of use only if nothing is */
    List<RegisteredAction> load(
            String plugin, List<UserAction<?>> actions, TemplateSource source, List<String> faults) {
        List<LanguageFile> files = files(names(actions), source, faults);
        Map<DiscordLocale, TemplateEngine> engines = new EnumMap<>(DiscordLocale.class);
        for (LanguageFile file : files) {
            TemplateFilters filters = new TemplateFilters(file.language(), file.labels(), settings);
            engines.put(
                    file.language(), new TemplateEngine(file.language().toLocale(), filters.byName(), file.labels()));
        }
        return actions.stream()
                .map(action -> registered(plugin, action, files, engines))
                .toList();
    }

    private static Set<String> names(List<UserAction<?>> actions) {
        Set<String> names = new LinkedHashSet<>();
        for (UserAction<?> action : actions) {
            if (!names.add(action.name())) {
                throw new IllegalArgumentException("action '%s' is declared twice".formatted(action.name()));
            }
        }
        return names;
    }

    /** The base file first; none at all without it, since the others are compared with it. */
    private static List<LanguageFile> files(Set<String> actions, TemplateSource source, List<String> faults) {
        String baseTag = LanguageChoice.BASE.getLocale();
        TemplateFaults baseFaults = new TemplateFaults(source.file(baseTag), faults);
        Optional<String> text = source.text(baseTag);
        if (text.isEmpty()) {
            baseFaults.add(1, "(file)", "is missing; it is the base of all languages");
        }
        List<LanguageFile> files = new ArrayList<>();
        text.flatMap(yaml -> YamlSection.of(yaml, baseFaults))
                .map(file -> LanguageFile.base(file, actions, baseFaults))
                .ifPresent(base -> {
                    files.add(base);
                    files.addAll(translations(actions, source, base, faults));
                });
        return files;
    }

    private static List<LanguageFile> translations(
            Set<String> actions, TemplateSource source, LanguageFile base, List<String> faults) {
        List<LanguageFile> files = new ArrayList<>();
        for (DiscordLocale language : DiscordLocale.values()) {
            if (language != LanguageChoice.BASE && language != DiscordLocale.UNKNOWN) {
                TemplateFaults own = new TemplateFaults(source.file(language.getLocale()), faults);
                source.text(language.getLocale())
                        .flatMap(yaml -> YamlSection.of(yaml, own))
                        .ifPresent(file -> files.add(LanguageFile.translation(language, file, actions, base, own)));
            }
        }
        return files;
    }

    private RegisteredAction registered(
            String plugin, UserAction<?> action, List<LanguageFile> files, Map<DiscordLocale, TemplateEngine> engines) {
        MetadataReader<?> reader = new MetadataReader<>(action.metadata(), validator);
        Map<String, MetadataType> variables = TemplateValues.types(reader.record());
        List<SampleSource> samples = samples(action, files);
        Map<String, Map<String, @Nullable Object>> trials = trials(samples, reader, variables);
        Map<DiscordLocale, EmbedTemplate> templates = new EnumMap<>(DiscordLocale.class);
        for (LanguageFile file : files) {
            ActionSource texts = file.actions().get(action.name());
            TemplateEngine engine = engines.get(file.language());
            if (texts != null && engine != null) {
                ActionCompiler compiler = new ActionCompiler(engine, variables, trials, file.faults());
                templates.put(file.language(), compiler.compile(texts));
            }
        }
        return new RegisteredAction(
                plugin,
                action,
                reader,
                templates,
                samples.stream().map(SampleSource::sample).toList());
    }

    private static List<SampleSource> samples(UserAction<?> action, List<LanguageFile> files) {
        return files.stream()
                .filter(file ->
                        file.language() == LanguageChoice.BASE && file.actions().containsKey(action.name()))
                .flatMap(file -> Objects.requireNonNull(file.actions().get(action.name())).samples().stream())
                .toList();
    }

    /** The samples, and the two ends: every value there and none. */
    private Map<String, Map<String, @Nullable Object>> trials(
            List<SampleSource> samples, MetadataReader<?> reader, Map<String, MetadataType> variables) {
        Map<String, Map<String, @Nullable Object>> trials = new LinkedHashMap<>();
        for (SampleSource source : samples) {
            MetadataReading<?> reading = reader.read(source.sample().metadata());
            source.refuse(reading.warnings(), variables.keySet());
            trials.put(
                    "sample '" + source.sample().name() + "'",
                    TemplateValues.of(source.sample().plan(), reader.record().values(reading.metadata()), settings));
        }
        trials.put("all metadata there", TemplateValues.examples(variables));
        trials.put("no metadata", Map.of());
        return trials;
    }
}
