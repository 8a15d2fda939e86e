package app.moddy.bot.message;

import io.pebbletemplates.pebble.error.PebbleException;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/** Compiles one action's texts in one language and tries each of them out. */
final class ActionCompiler {
    private static final TextTemplate EMPTY = TextTemplate.constant("");

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
                title(source.title()),
                source.description()
                        .map(text -> text(text, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                        .orElse(EMPTY),
                source.fields().stream()
                        .map(field -> new EmbedTemplate.Field(
                                text(field.name(), MessageEmbed.TITLE_MAX_LENGTH),
                                text(field.value(), MessageEmbed.VALUE_MAX_LENGTH),
                                field.inline()))
                        .toList());
    }

    private TextTemplate title(SourceText source) {
        Optional<TextTemplate> title = sound(source, MessageEmbed.TITLE_MAX_LENGTH);
        boolean neverSeen = title.isPresent()
                && !source.isConstant()
                && trials.values().stream()
                        .allMatch(values -> title.get().render(values).isEmpty());
        if (neverSeen) {
            faults.add(source.line(), source.key(), "comes out empty with every sample; write what is always there");
        }
        return title.orElse(EMPTY);
    }

    private TextTemplate text(SourceText source, int limit) {
        return sound(source, limit).orElse(EMPTY);
    }

    /** The compiled text, or empty after a fault. */
    private Optional<TextTemplate> sound(SourceText source, int limit) {
        if (source.isConstant() && source.text().length() > limit) {
            String message = "has %s characters; Discord shows at most %s"
                    .formatted(source.text().length(), limit);
            faults.add(source.line(), source.key(), message);
            return Optional.empty();
        }
        return engine.compile(source, variables, faults).filter(template -> rendersEveryTrial(source, template));
    }

    private boolean rendersEveryTrial(SourceText source, TextTemplate template) {
        for (Map.Entry<String, Map<String, @Nullable Object>> trial : trials.entrySet()) {
            try {
                template.render(trial.getValue());
            } catch (PebbleException e) {
                String message = "fails with %s: %s".formatted(trial.getKey(), e.getPebbleMessage());
                faults.add(source.line(), source.key(), message);
                return false;
            }
        }
        return true;
    }
}
