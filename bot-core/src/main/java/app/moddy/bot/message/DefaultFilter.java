package app.moddy.bot.message;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code value | default(other)}: the other where the value is missing. Unlike Pebble's own, keeps {@link Markdown} as it is. */
final class DefaultFilter implements Filter {
    @Override
    public List<String> getArgumentNames() {
        return List.of("value");
    }

    @Override
    public @Nullable Object apply(
            @Nullable Object input,
            Map<String, Object> arguments,
            PebbleTemplate template,
            EvaluationContext context,
            int line) {
        boolean missing = input == null || VisibleText.isBlank(input.toString());
        return missing ? arguments.get("value") : input;
    }
}
