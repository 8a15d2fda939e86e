package app.moddy.bot.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/**
 * One reply in all its languages, compiled. Thread-safe.
 *
 * @param variables the values that it names
 * @param texts by language; always has the base language
 */
record ReplyText(Map<String, MetadataType> variables, Map<DiscordLocale, TextTemplate> texts) {
    static final int LIMIT = Message.MAX_CONTENT_LENGTH;

    String say(TextTemplate text, Map<String, ?> given) {
        Map<String, @Nullable Object> values = new HashMap<>();
        variables.forEach((name, type) -> values.put(name, value(name, type, given.get(name))));
        return Clipper.clip(text.render(values), LIMIT);
    }

    private static @Nullable Object value(String name, MetadataType type, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        Object value = given instanceof Integer number ? Long.valueOf(number) : given;
        if (!fits(type, value)) {
            throw new IllegalArgumentException("the value '%s' must be %s, not a %s"
                    .formatted(name, type.withArticle(), given.getClass().getSimpleName()));
        }
        return shown(value);
    }

    /** Anything can stand for a text; a filter or a condition that needs another type gets nothing else. */
    private static boolean fits(MetadataType type, Object value) {
        return switch (type) {
            case TEXT ->
                value instanceof String
                        || value instanceof Long
                        || value instanceof Boolean
                        || value instanceof Instant
                        || value instanceof IMentionable
                        || value instanceof List;
            case NUMBER -> value instanceof Long;
            case FLAG -> value instanceof Boolean;
            case INSTANT -> value instanceof Instant;
            case TEXTS -> value instanceof List;
        };
    }

    private static @Nullable Object shown(Object value) {
        if (value instanceof String text) {
            return VisibleText.orNull(text);
        } else if (value instanceof IMentionable mentionable) {
            return new Markdown(mentionable.getAsMention());
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : value;
    }
}
