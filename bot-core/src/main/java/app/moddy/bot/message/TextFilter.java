package app.moddy.bot.message;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter with at most one argument, written as a lambda. What it gives is escaped unless it is {@link Markdown}. */
final class TextFilter implements Filter {
    /** From a value that is there, and the argument, to what is shown; null shows nothing. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Object apply(Object input, @Nullable Object argument);
    }

    /** The same for a filter that has something to say of a missing value too. */
    @FunctionalInterface
    interface MissingRule {
        @Nullable
        Object apply(@Nullable Object input, @Nullable Object argument);
    }

    private final List<String> argumentNames;
    private final Set<MetadataType> inputs;
    private final MissingRule rule;

    private TextFilter(List<String> argumentNames, Set<MetadataType> inputs, MissingRule rule) {
        this.argumentNames = argumentNames;
        this.inputs = inputs;
        this.rule = rule;
    }

    static TextFilter of(Rule rule) {
        return new TextFilter(List.of(), EnumSet.allOf(MetadataType.class), present(rule));
    }

    static TextFilter with(String argumentName, Rule rule) {
        return withMissing(argumentName, present(rule));
    }

    static TextFilter withMissing(String argumentName, MissingRule rule) {
        return new TextFilter(List.of(argumentName), EnumSet.allOf(MetadataType.class), rule);
    }

    private static MissingRule present(Rule rule) {
        return (input, argument) -> input == null ? null : rule.apply(input, argument);
    }

    /** The same filter, which a template may only use on values of this type. */
    TextFilter on(MetadataType type) {
        return new TextFilter(argumentNames, EnumSet.of(type), rule);
    }

    /** The types of the values that it can be used on. */
    Set<MetadataType> inputs() {
        return inputs;
    }

    @Override
    public List<String> getArgumentNames() {
        return argumentNames;
    }

    @Override
    public @Nullable Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate template,
            EvaluationContext context,
            int line) {
        return rule.apply(input, argumentNames.isEmpty() ? null : arguments.get(argumentNames.get(0)));
    }
}
