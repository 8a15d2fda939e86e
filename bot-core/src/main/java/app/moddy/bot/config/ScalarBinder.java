package app.moddy.bot.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes typed values of scalars, with the environment's variables in their places. */
final class ScalarBinder {
    private final Environment environment;
    private final Faults faults;

    ScalarBinder(Environment environment, Faults faults) {
        this.environment = environment;
        this.faults = faults;
    }

    /** One value; null when there is none or it has a fault. */
    @Nullable
    Object bind(Class<?> type, TextReader reader, Value value, Place place, boolean required, Masking masking) {
        if (value instanceof Value.Scalar scalar) {
            Environment.Resolved resolved = environment.resolve(scalar.text(), message -> faults.add(place, message));
            if (resolved == null) {
                return null;
            }
            boolean textMayBeEmpty = type == String.class && !required;
            if (textMayBeEmpty || !resolved.text().isBlank()) {
                return read(reader, resolved, place, masking);
            }
        } else if (!(value instanceof Value.Absent)) {
            faults.add(place, "must be a single value");
            return null;
        }
        if (type.isPrimitive()) {
            faults.add(place, "is missing");
        }
        return null;
    }

    /** The values between commas, blanks removed. */
    void commaSeparated(Class<?> type, Value.Scalar scalar, Place place, Masking masking, List<Object> items) {
        Optional<TextReader> reader = TextReaders.find(type);
        if (reader.isEmpty()) {
            faults.add(place, "must be a list");
            return;
        }
        Environment.Resolved resolved = environment.resolve(scalar.text(), message -> faults.add(place, message));
        if (resolved == null) {
            return;
        }
        int index = 0;
        for (String part : resolved.text().split(",", -1)) {
            if (!part.isBlank()) {
                Environment.Resolved item = new Environment.Resolved(part.strip(), resolved.used());
                Object bound = read(reader.get(), item, place.index(index++, place.at()), masking);
                if (bound != null) {
                    items.add(bound);
                }
            }
        }
    }

    private @Nullable Object read(TextReader reader, Environment.Resolved resolved, Place place, Masking outer) {
        faults.came(place, resolved.used().keySet());
        Masking masking = new Masking();
        masking.add(resolved);
        outer.addAll(masking);
        try {
            Object read = reader.read(resolved.text());
            if (read instanceof Secret secret) {
                outer.add(secret);
            }
            return read;
        } catch (IllegalArgumentException e) {
            faults.add(place, masking.hide(String.valueOf(e.getMessage())));
            return null;
        }
    }
}
