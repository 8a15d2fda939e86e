package app.moddy.bot.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what a component's type asks for of a value. Null is an absent value, or one that has a fault. */
final class ValueBinder {
    private final Environment environment;
    private final Faults faults;
    private final RecordBinder records;
    private final ScalarBinder scalars;

    ValueBinder(Environment environment, Faults faults, RecordBinder records) {
        this.environment = environment;
        this.faults = faults;
        this.records = records;
        this.scalars = new ScalarBinder(environment, faults);
    }

    @Nullable
    Object bind(Type type, Value value, Place place, boolean required, Masking masking) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, value, place, masking);
        }
        if (!(type instanceof Class<?> plain)) {
            throw unknown(type, place);
        }
        if (plain == ConfigSection.class) {
            return new ConfigSection(value, place, environment);
        }
        Optional<TextReader> reader = TextReaders.find(plain);
        if (reader.isPresent()) {
            return scalars.bind(plain, reader.get(), value, place, required, masking);
        }
        if (plain.isRecord()) {
            return records.bind(plain.asSubclass(Record.class), value, place, masking);
        }
        throw unknown(type, place);
    }

    private @Nullable Object collection(ParameterizedType type, Value value, Place place, Masking masking) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return Collections.unmodifiableList(items(of[0], value, place, masking));
        }
        if (type.getRawType() == Set.class) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(items(of[0], value, place, masking)));
        }
        if (type.getRawType() == Map.class && of[0] == String.class) {
            return Collections.unmodifiableMap(entries(of[1], value, place, masking));
        }
        throw unknown(type, place);
    }

    private List<Object> items(Type type, Value value, Place place, Masking masking) {
        if (value instanceof Value.Mapping) {
            faults.add(place, "must be a list");
        }
        List<Object> items = new ArrayList<>();
        if (value instanceof Value.Scalar scalar) {
            scalars.commaSeparated(itemType(type, place), scalar, place, masking, items);
        }
        if (value instanceof Value.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                Value item = sequence.items().get(i);
                Object bound = present(type, item, place.index(i, item.at()), masking);
                if (bound != null) {
                    items.add(bound);
                }
            }
        }
        return items;
    }

    private Map<String, Object> entries(Type type, Value value, Place place, Masking masking) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Value.Mapping mapping) {
            mapping.entries().forEach((key, part) -> {
                Object bound = present(type, part, place.key(key, part.at()), masking);
                if (bound != null) {
                    entries.put(key, bound);
                }
            });
        } else if (!(value instanceof Value.Absent)) {
            faults.add(place, "must be a section of keys and values");
        }
        return entries;
    }

    /** What is in a collection is never null. */
    private @Nullable Object present(Type type, Value value, Place place, Masking masking) {
        int before = faults.count();
        Object bound = bind(type, value, place, false, masking);
        if (bound == null && faults.count() == before) {
            faults.add(place, "has no value; give one or remove it");
        }
        return bound;
    }

    private static Class<?> itemType(Type type, Place place) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        throw unknown(type, place);
    }

    private static IllegalArgumentException unknown(Type type, Place place) {
        return new IllegalArgumentException(place.path() + ": a configuration has no " + type.getTypeName());
    }
}
