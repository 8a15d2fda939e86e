package app.moddy.bot.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types that say with {@code @JsonCreator} which of their static methods makes one from text. */
final class JsonCreators {
    private JsonCreators() {}

    static Optional<TextReader> find(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class)
                        && Modifier.isStatic(method.getModifiers())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst()
                .map(method -> text -> create(method, text));
    }

    private static Object create(Method method, String text) {
        try {
            method.setAccessible(true);
            return Objects.requireNonNull(method.invoke(null, text), () -> method + " gave null");
        } catch (InvocationTargetException e) {
            throw rethrow(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " can not be called", e);
        }
    }

    /** A creator's own refusal is the fault; anything worse is not ours to judge. */
    private static IllegalArgumentException rethrow(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        String message = cause == null ? null : cause.getMessage();
        return new IllegalArgumentException(message == null ? "is not valid" : message, cause);
    }
}
