package app.moddy.bot.config;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a record of keys and values: component by component, then its constructor, then its constraints. */
final class RecordBinder {
    private final Faults faults;
    private final ValueBinder values;

    RecordBinder(Environment environment, Faults faults) {
        this.faults = faults;
        this.values = new ValueBinder(environment, faults, this);
    }

    /**
     * The record, or null when there is a fault in it.
     *
     * @param outer is told what must not be shown by whatever this record is a part of
     */
    <T extends Record> @Nullable T bind(Class<T> type, Value value, Place place, Masking outer) {
        if (value instanceof Value.Scalar || value instanceof Value.Sequence) {
            faults.add(place, "must be a section of keys and values");
            return null;
        }
        Value.Mapping mapping = value instanceof Value.Mapping given ? given : new Value.Mapping(value.at(), Map.of());
        RecordType<T> recordType = new RecordType<>(type);
        refuseUnknownKeys(recordType, mapping, place);
        Masking masking = new Masking();
        Map<RecordType.Component, @Nullable Object> bound = components(recordType, mapping, place, masking);
        outer.addAll(masking);
        Constraints constraints = new Constraints(mapping, place, faults);
        if (bound.size() < recordType.components().size()) {
            bound.forEach((component, part) -> constraints.check(type, component, part));
            return null;
        }
        return make(type, recordType, bound, constraints, place, masking);
    }

    /** The components that have no fault so far. */
    private Map<RecordType.Component, @Nullable Object> components(
            RecordType<?> type, Value.Mapping mapping, Place place, Masking masking) {
        Map<RecordType.Component, @Nullable Object> bound = new LinkedHashMap<>();
        for (RecordType.Component component : type.components()) {
            int before = faults.count();
            Value part = component.takesTheRest() ? rest(type, mapping) : mapping.get(component.key());
            Place at = component.takesTheRest() ? place : place.key(component.key(), part.at());
            Object result = values.bind(component.type(), part, at, component.required(), masking);
            if (faults.count() == before) {
                bound.put(component, result);
            }
        }
        return bound;
    }

    private <T extends Record> @Nullable T make(
            Class<T> type,
            RecordType<T> recordType,
            Map<RecordType.Component, @Nullable Object> bound,
            Constraints constraints,
            Place place,
            Masking masking) {
        int before = faults.count();
        try {
            T made = recordType.make(bound.values().toArray());
            constraints.check(made, recordType);
            return faults.count() == before ? made : null;
        } catch (InvocationTargetException e) {
            // Often a consequence of what a constraint says better: a null where there must be a value.
            bound.forEach((component, part) -> constraints.check(type, component, part));
            if (faults.count() == before) {
                faults.add(place, masking.hide(refusal(e)));
            }
            return null;
        }
    }

    private static String refusal(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        String message = e.getCause() == null ? null : e.getCause().getMessage();
        return message == null ? "is not valid" : message;
    }

    private void refuseUnknownKeys(RecordType<?> type, Value.Mapping mapping, Place place) {
        if (type.components().stream().anyMatch(RecordType.Component::takesTheRest)) {
            return;
        }
        List<String> known = type.keys();
        rest(type, mapping).entries().forEach((key, value) -> {
            String meant = NearestKey.find(key, known)
                    .map(nearest -> "; did you mean '" + nearest + "'?")
                    .orElse(".");
            String all = known.isEmpty() ? "There are none here" : "Known: " + String.join(", ", known);
            faults.add(place.key(key, value.at()), Faults.UNKNOWN + meant + " " + all);
        });
    }

    private static Value.Mapping rest(RecordType<?> type, Value.Mapping mapping) {
        List<String> known = type.keys();
        return new Value.Mapping(
                mapping.at(),
                mapping.entries().entrySet().stream()
                        .filter(entry -> !known.contains(entry.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
    }
}
