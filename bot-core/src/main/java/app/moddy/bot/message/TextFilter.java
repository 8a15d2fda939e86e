package app.moddy.bot.message;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter with at most one argument, written as a lambda. What it gives is escaped unless it is {@link Markdown}. */
final class TextFilter implements Filter {
    /** From a value that is there, and the argument, to what is shown; null shows nothing. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Object apply(Object input, @Nullable Object argument);
    }

    private final List<String> argumentNames;
    private final Rule rule;

    private TextFilter(List<String> argumentNames, Rule rule) {
        this.argumentNames = argumentNames;
        this.rule = rule;
    }

    static TextFilter of(Rule rule) {
        return new TextFilter(List.of(), rule);
    }

    static TextFilter with(String argumentName, Rule rule) {
        return new TextFilter(List.of(argumentName), rule);
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
        if (input == null) {
            return null;
        }
        try {
            Object argument = argumentNames.isEmpty() ? null : arguments.get(argumentNames.get(0));
            return rule.apply(input, argument);
        } catch (IllegalArgumentException e) {
            throw new PebbleException(e, String.valueOf(e.getMessage()), line, template.getName());
        }
    }
}
