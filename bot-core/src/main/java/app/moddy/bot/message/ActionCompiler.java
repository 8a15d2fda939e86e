package app.moddy.bot.message;

import io.pebbletemplates.pebble.error.PebbleException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles one action's texts in one language and tries each of them out. */
final class ActionCompiler {
    private final TemplateEngine engine;
    private final Map<String, MetadataType> variables;
    private final Map<String, Map<String, @Nullable Object>> trials;
    private final TemplateFaults faults;

    /** @param trials values to try each text with, by a name for them */
    ActionCompiler(
            TemplateEngine engine,
            Map<String, MetadataType> variables,
            Map<String, Map<String, @Nullable Object>> trials,
            TemplateFaults faults) {
        this.engine = engine;
        this.variables = variables;
        this.trials = trials;
        this.faults = faults;
    }

    EmbedTemplate compile(ActionSource source) {
        return new EmbedTemplate(
                source.colour(),
                text(source.title()),
                source.description().map(this::text).orElse(TextTemplate.constant("")),
                source.fields().stream()
                        .map(field -> new EmbedTemplate.Field(text(field.name()), text(field.value()), field.inline()))
                        .toList());
    }

    private TextTemplate text(SourceText source) {
        TextTemplate template = engine.compile(source, variables, faults);
        for (Map.Entry<String, Map<String, @Nullable Object>> trial : trials.entrySet()) {
            try {
                template.render(trial.getValue());
            } catch (PebbleException e) {
                String message = "fails with %s: %s".formatted(trial.getKey(), e.getPebbleMessage());
                faults.add(source.line(), source.key(), message);
                return template;
            }
        }
        return template;
    }
}
