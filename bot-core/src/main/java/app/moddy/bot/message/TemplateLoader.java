package app.moddy.bot.message;

import app.moddy.bot.message.ActionSource.SampleSource;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /**
     * @param others the actions that other plugins have already
     * @param faults what is wrong is added; the result is of use only if nothing is
     */
    List<RegisteredAction> load(
            String plugin,
            List<UserAction<?>> actions,
            TemplateSource source,
            Map<String, RegisteredAction> others,
            List<String> faults) {
        List<LanguageFile> files = LanguageFiles.read(source, names(actions), faults);
        actions.forEach(action -> refuseTaken(plugin, action.name(), others, files));
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

    private static void refuseTaken(
            String plugin, String action, Map<String, RegisteredAction> others, List<LanguageFile> files) {
        RegisteredAction other = others.get(action);
        ActionSource source = files.isEmpty() ? null : files.get(0).actions().get(action);
        if (other != null && source != null) {
            String message = "plugin '%s' and plugin '%s' both have this action; rename one of them";
            files.get(0).faults().add(source.line(), action, message.formatted(other.plugin(), plugin));
        }
    }

    private RegisteredAction registered(
            String plugin, UserAction<?> action, List<LanguageFile> files, Map<DiscordLocale, TemplateEngine> engines) {
        MetadataReader<?> reader = new MetadataReader<>(action.metadata(), validator);
        Map<String, MetadataType> variables = TemplateValues.types(reader.record());
        // The samples are in the base file, which is the first.
        ActionSource base = files.isEmpty() ? null : files.get(0).actions().get(action.name());
        List<SampleSource> samples = base == null ? List.of() : base.samples();
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

    /** The samples, and the two ends: every value there and none. */
    private Map<String, Map<String, @Nullable Object>> trials(
            List<SampleSource> samples, MetadataReader<?> reader, Map<String, MetadataType> variables) {
        Map<String, Map<String, @Nullable Object>> trials = new LinkedHashMap<>();
        for (SampleSource source : samples) {
            MetadataReading<?> reading = reader.read(source.sample().metadata());
            source.refuse(reading.warnings(), reader.record());
            trials.put(
                    "sample '" + source.sample().name() + "'",
                    TemplateValues.of(source.sample().plan(), reader.record().values(reading.metadata()), settings));
        }
        trials.put("all metadata there", TemplateValues.examples(variables));
        trials.put("no metadata", Map.of());
        return trials;
    }
}
