package app.moddy.bot.message;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One component of a metadata record.
 *
 * @param name its name in JSON and in templates, snake_case
 */
record MetadataField(String name, MetadataType type, RecordComponent component) {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Names with another meaning: core's variables, and the words of Pebble's language. */
    private static final Set<String> RESERVED = Set.of(
            "plan",
            "default_paid_plan",
            "locale",
            "template",
            "loop",
            "true",
            "false",
            "null",
            "none",
            "not",
            "is",
            "and",
            "or",
            "in",
            "equals",
            "contains");

    static MetadataField of(RecordComponent component) {
        String place = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        MetadataType type = MetadataType.of(component.getGenericType())
                .orElseThrow(() -> new IllegalArgumentException(
                        place + " must be a String, Long, Boolean, Instant or List<String>"));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IllegalArgumentException(place + " must be @Nullable (org.jspecify): a caller may leave it out");
        }
        String name = HUMP.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(place + " needs another name: '" + name + "' is reserved");
        }
        return new MetadataField(name, type, component);
    }
}
