package app.moddy.bot.message;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The types that a component of a metadata record may have. */
enum MetadataType {
    TEXT,
    NUMBER,
    FLAG,
    INSTANT,
    TEXTS;

    static Optional<MetadataType> of(Type type) {
        if (type == String.class) {
            return Optional.of(TEXT);
        } else if (type == Long.class) {
            return Optional.of(NUMBER);
        } else if (type == Boolean.class) {
            return Optional.of(FLAG);
        } else if (type == Instant.class) {
            return Optional.of(INSTANT);
        } else {
            return isTexts(type) ? Optional.of(TEXTS) : Optional.empty();
        }
    }

    private static boolean isTexts(Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && generic.getActualTypeArguments()[0] == String.class;
    }

    /** As an action's author knows it. */
    String withArticle() {
        return switch (this) {
            case TEXT -> "a String";
            case NUMBER -> "a Long";
            case FLAG -> "a Boolean";
            case INSTANT -> "an Instant";
            case TEXTS -> "a List<String>";
        };
    }

    /** Some value of the type, with which a template is tried out. */
    Object example() {
        return switch (this) {
            case TEXT -> "text";
            case NUMBER -> 1L;
            case FLAG -> true;
            case INSTANT -> Instant.EPOCH;
            case TEXTS -> List.of("text");
        };
    }
}
