package app.moddy.bot.message;

import io.pebbletemplates.pebble.error.PebbleException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles texts that name the same variables, and tries each of them out. */
final class TextCompiler {
    private final TemplateEngine engine;
    private final Map<String, MetadataType> variables;
    private final Map<String, Map<String, @Nullable Object>> trials;

    /** @param trials values to try each text with, by a name for them */
    TextCompiler(
            TemplateEngine engine,
            Map<String, MetadataType> variables,
            Map<String, Map<String, @Nullable Object>> trials) {
        this.engine = engine;
        this.variables = variables;
        this.trials = trials;
    }

    /**
     * The compiled text, or empty after a fault.
     *
     * @param limit how many characters Discord shows at most
     */
    Optional<TextTemplate> compile(SourceText source, int limit) {
        if (source.isConstant() && source.text().length() > limit) {
            source.fault("has %s characters; Discord shows at most %s"
                    .formatted(source.text().length(), limit));
            return Optional.empty();
        }
        return engine.compile(source, variables).filter(template -> rendersEveryTrial(source, template));
    }

    /** Whether nothing of it is seen, whatever it is tried with. */
    boolean isNeverSeen(TextTemplate template) {
        return trials.values().stream()
                .allMatch(values -> template.render(values).isEmpty());
    }

    private boolean rendersEveryTrial(SourceText source, TextTemplate template) {
        for (Map.Entry<String, Map<String, @Nullable Object>> trial : trials.entrySet()) {
            try {
                template.render(trial.getValue());
            } catch (PebbleException e) {
                source.fault("fails with %s: %s".formatted(trial.getKey(), e.getPebbleMessage()));
                return false;
            }
        }
        return true;
    }
}
