package app.moddy.bot.message;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that a template can name. */
final class TemplateValues {
    private TemplateValues() {}

    /** Their names and types, for an action with this metadata. */
    static Map<String, MetadataType> types(MetadataRecord<?> metadata) {
        Map<String, MetadataType> types = new HashMap<>();
        types.put("plan", MetadataType.TEXT);
        types.put("default_paid_plan", MetadataType.TEXT);
        metadata.fields().forEach(field -> types.put(field.name(), field.type()));
        return types;
    }

    /** Their values; null where there is none. */
    static Map<String, @Nullable Object> of(
            @Nullable String plan, Map<String, @Nullable Object> metadata, MessageSettings settings) {
        Map<String, @Nullable Object> values = new HashMap<>(metadata);
        values.put("plan", plan);
        values.put("default_paid_plan", VisibleText.orNull(settings.defaultPaidPlan()));
        return values;
    }

    /** A value for each, to try out what a template does with them. */
    static Map<String, @Nullable Object> examples(Map<String, MetadataType> types) {
        Map<String, @Nullable Object> values = new HashMap<>();
        types.forEach((name, type) -> values.put(name, type.example()));
        return values;
    }
}
