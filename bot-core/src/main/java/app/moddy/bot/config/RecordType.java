package app.moddy.bot.config;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A record's components as keys, and its constructor. */
final class RecordType<T extends Record> {
    private final Constructor<T> constructor;
    private final List<Component> components = new ArrayList<>();

    RecordType(Class<T> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a constructor of its components: " + type, e);
        }
        constructor.setAccessible(true);
        // A component's annotations are also its parameter's, whatever targets they allow.
        Parameter[] parameters = constructor.getParameters();
        for (int i = 0; i < parts.length; i++) {
            components.add(new Component(
                    parts[i].getName(),
                    keyOf(parts[i].getName()),
                    parts[i].getGenericType(),
                    parameters[i].isAnnotationPresent(NotNull.class),
                    parameters[i].isAnnotationPresent(JsonAnySetter.class)));
        }
    }

    List<Component> components() {
        return components;
    }

    /** The keys that have a component of their own, in declared order. */
    List<String> keys() {
        return components.stream()
                .filter(component -> !component.takesTheRest())
                .map(Component::key)
                .toList();
    }

    /** Makes one. What its constructor throws comes out as it was thrown. */
    T make(@Nullable Object[] arguments) throws InvocationTargetException {
        try {
            return constructor.newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(constructor + " can not be called", e);
        }
    }

    /** The key of a component: {@code apiUrl} is {@code api_url}. */
    static String keyOf(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /**
     * One component.
     *
     * @param required whether it is {@code @NotNull}: empty text is then no text
     * @param takesTheRest whether it receives every key that no other component has
     */
    record Component(String name, String key, Type type, boolean required, boolean takesTheRest) {}
}
