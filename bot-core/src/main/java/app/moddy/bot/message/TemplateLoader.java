package app.moddy.bot.message;

import app.moddy.bot.message.ActionSource.SampleSource;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** From a plugin's parts and template files to what can be said, or to the list of all that is wrong. */
final class TemplateLoader {
    private final MessageSettings settings;
    private final Validator validator = MetadataValidator.create();

    @Inject
    TemplateLoader(MessageSettings settings) {
        this.settings = settings;
    }

    /**
     * Loads a plugin's files, with what the operator says in place of it.
     *
     * @param faults what is wrong is added; the result is of use only if nothing is
     */
    PluginWording load(PluginTexts plugin, List<OperatorFile> operators, List<TemplateFault> faults) {
        PluginFiles read = PluginFiles.of(plugin, operators, faults);
        List<LanguageFile> files = read.all();
        Map<DiscordLocale, TemplateEngine> engines = new EnumMap<>(DiscordLocale.class);
        Map<DiscordLocale, Map<String, String>> words = new EnumMap<>(DiscordLocale.class);
        for (LanguageFile file : files) {
            TemplateFilters filters = new TemplateFilters(file.language(), file.labels(), settings);
            engines.put(
                    file.language(), new TemplateEngine(file.language().toLocale(), filters.byName(), file.labels()));
            words.put(file.language(), file.words());
        }
        List<RegisteredAction> actions = plugin.actions().stream()
                .map(action -> registered(plugin, action, files, engines))
                .toList();
        Map<String, ReplyText> replies = ReplyCompiler.compile(read, engines);
        return new PluginWording(plugin.plugin(), read.known(), actions, replies, words);
    }

    private RegisteredAction registered(
            PluginTexts plugin,
            UserAction<?> action,
            List<LanguageFile> files,
            Map<DiscordLocale, TemplateEngine> engines) {
        MetadataReader<?> reader = new MetadataReader<>(action.metadata(), validator);
        Map<String, MetadataType> variables = TemplateValues.types(reader.record());
        // The samples are in the base file, which is the first.
        Optional<ActionSource> base = files.stream()
                .findFirst()
                .flatMap(file -> Optional.ofNullable(file.actions().get(action.name())));
        List<SampleSource> samples = base.map(ActionSource::samples).orElse(List.of());
        Map<String, Map<String, @Nullable Object>> trials = trials(samples, reader, variables);
        Map<DiscordLocale, EmbedTemplate> templates = new EnumMap<>(DiscordLocale.class);
        for (LanguageFile file : files) {
            ActionSource texts = file.actions().get(action.name());
            TemplateEngine engine = engines.get(file.language());
            if (texts != null && engine != null) {
                TextCompiler compiler = new TextCompiler(engine, variables, trials);
                templates.put(file.language(), new ActionCompiler(compiler).compile(texts));
            }
        }
        return new RegisteredAction(
                plugin.plugin(),
                action,
                base.map(ActionSource::line).orElse(1),
                reader,
                Looks.likeTheBase(templates),
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
