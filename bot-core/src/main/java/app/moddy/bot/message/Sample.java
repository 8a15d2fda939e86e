package app.moddy.bot.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An example of an action, from the plugin's template file; for previews and tests.
 *
 * @param name unique within its action
 * @param plan as a caller would send it
 * @param metadata as a caller would send it, unmodifiable: strings, numbers, booleans and lists of them
 */
public record Sample(String name, @Nullable String plan, Map<String, Object> metadata) {
    /** Keeps the order of the metadata. */
    public Sample {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
