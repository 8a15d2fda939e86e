package app.moddy.bot.message;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a metadata record is built from values and taken apart again. */
final class MetadataRecord<M extends Record> {
    private final Class<M> type;
    private final List<MetadataField> fields;
    private final Constructor<M> constructor;

    private MetadataRecord(Class<M> type, List<MetadataField> fields, Constructor<M> constructor) {
        this.type = type;
        this.fields = fields;
        this.constructor = constructor;
    }

    /** @throws IllegalArgumentException if the class can not hold metadata, saying why */
    static <M extends Record> MetadataRecord<M> of(Class<M> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type.getName() + " must be a record");
        }
        List<MetadataField> fields =
                Arrays.stream(components).map(MetadataField::of).toList();
        fields.forEach(field -> field.component().getAccessor().setAccessible(true));
        MetadataRecord<M> record = new MetadataRecord<>(type, fields, constructor(type, components));
        record.values(record.build(new LinkedHashMap<>())); // callers may leave out everything
        return record;
    }

    private static <M extends Record> Constructor<M> constructor(Class<M> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<M> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }

    Class<M> type() {
        return type;
    }

    List<MetadataField> fields() {
        return fields;
    }

    /**
     * @param values by the fields' names; a missing one is null in the record
     * @throws IllegalArgumentException if the record's own constructor refuses them
     */
    M build(Map<String, Object> values) {
        @Nullable
        Object[] arguments =
                fields.stream().map(field -> values.get(field.name())).toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getName() + " must accept any of its values, also none", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " can not be built", e);
        }
    }

    /**
     * The record's values by the fields' names; null where it has none.
     *
     * @throws IllegalArgumentException if an accessor of the record's own throws
     */
    Map<String, @Nullable Object> values(Record metadata) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (MetadataField field : fields) {
            try {
                values.put(field.name(), field.component().getAccessor().invoke(metadata));
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(
                        type.getName() + "." + field.component().getName()
                                + "() must not throw, also when there is no value",
                        e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName() + "." + field.name() + " can not be read", e);
            }
        }
        return values;
    }
}
