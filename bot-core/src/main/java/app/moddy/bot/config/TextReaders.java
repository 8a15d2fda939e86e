package app.moddy.bot.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that one text can become. */
final class TextReaders {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern DAYS = Pattern.compile("[0-9]+d");

    private static final Map<Class<?>, TextReader> KNOWN = Map.of(
            String.class, text -> text,
            Integer.class, text -> wholeNumber(text.strip(), Integer::valueOf),
            int.class, text -> wholeNumber(text.strip(), Integer::valueOf),
            Long.class, text -> wholeNumber(text.strip(), Long::valueOf),
            long.class, text -> wholeNumber(text.strip(), Long::valueOf),
            Double.class, text -> number(text.strip()),
            double.class, text -> number(text.strip()),
            Boolean.class, text -> truth(text.strip()),
            boolean.class, text -> truth(text.strip()),
            Duration.class, text -> duration(text.strip()));

    private TextReaders() {}

    /** How text becomes this type, if it can. */
    static Optional<TextReader> find(Class<?> type) {
        TextReader known = KNOWN.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TextReader> creator = JsonCreators.find(type);
        return creator.isEmpty() && type.isEnum() ? Optional.of(text -> constant(type, text.strip())) : creator;
    }

    private static Object wholeNumber(String text, Function<String, Object> parse) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a whole number");
        }
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is too large or too small a number", e);
        }
    }

    private static Object number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a number such as 1 or 0.5");
        }
        return Double.valueOf(text);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    /** {@code 72h} is what follows {@code PT} in ISO 8601, {@code 2d} what follows {@code P}. */
    private static Object duration(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String prefix = lower.startsWith("p") ? "" : DAYS.matcher(lower).matches() ? "p" : "pt";
        try {
            Duration duration = Duration.parse(prefix + lower);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a duration such as 30s, 5m, 72h or 2d", e);
        }
        throw new IllegalArgumentException("must be a duration that is not negative");
    }

    private static Object constant(Class<?> type, String text) {
        String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
        Object[] constants = type.getEnumConstants();
        return Stream.of(constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of: " + names(constants)));
    }

    private static String names(Object[] constants) {
        return Stream.of(constants)
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
