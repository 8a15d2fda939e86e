package app.moddy.bot.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What callers should send as an action's metadata, as a JSON Schema. What is sent otherwise is taken too, where it can be. */
final class MetadataSchema {
    private MetadataSchema() {}

    static Map<String, Object> of(RegisteredAction action) {
        Map<String, Object> properties = new LinkedHashMap<>();
        action.reader().record().fields().forEach(field -> properties.put(field.name(), property(field)));
        properties.put("locale", Map.of("description", "A Discord locale: the language wished for"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "description",
                "Brought by the plugin " + action.plugin() + ". Nothing in here is ever refused: what can not be read"
                        + " counts as missing, and the answer warns of it.");
        schema.put("type", List.of("object", "null"));
        schema.put("properties", properties);
        schema.put(
                "examples",
                action.samples().stream().limit(1).map(Sample::metadata).toList());
        return schema;
    }

    private static Map<String, Object> property(MetadataField field) {
        Map<String, Object> property = new LinkedHashMap<>();
        switch (field.type()) {
            case TEXT -> property.put("type", List.of("string", "null"));
            case NUMBER -> property.put("type", List.of("integer", "null"));
            case FLAG -> property.put("type", List.of("boolean", "null"));
            case INSTANT -> {
                property.put("type", List.of("string", "integer", "null"));
                property.put("description", "ISO 8601, or Unix seconds");
            }
            case TEXTS -> {
                property.put("type", List.of("array", "null"));
                property.put("items", Map.of("type", "string"));
            }
        }
        constraints(field, property);
        return property;
    }

    /** Those that JSON Schema has words for. */
    private static void constraints(MetadataField field, Map<String, Object> property) {
        Method accessor = field.component().getAccessor(); // the component itself can not carry them
        Pattern pattern = accessor.getAnnotation(Pattern.class);
        if (pattern != null) {
            property.put("pattern", "^(?:" + pattern.regexp() + ")$");
        }
        Size size = accessor.getAnnotation(Size.class);
        if (size != null) {
            String what = field.type() == MetadataType.TEXTS ? "Items" : "Length";
            property.put("min" + what, size.min());
            property.put("max" + what, size.max());
        }
        Min min = accessor.getAnnotation(Min.class);
        if (min != null) {
            property.put("minimum", min.value());
        }
        Max max = accessor.getAnnotation(Max.class);
        if (max != null) {
            property.put("maximum", max.value());
        }
    }
}
