package app.moddy.bot.plugin;

import app.moddy.bot.discord.Slot;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A service of core's as one plugin has it: its stages complete on that plugin's threads, so that what the plugin does next
 * holds up nobody else, whatever it is.
 */
final class Handover implements InvocationHandler {
    private final Object service;
    private final PluginThreads threads;

    private Handover(Object service, PluginThreads threads) {
        this.service = service;
        this.threads = threads;
    }

    /** The service for the plugin with these threads. */
    static <T> T of(Class<T> type, T service, PluginThreads threads) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Handover(service, threads));
        return type.cast(proxy);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        try {
            return handedOver(method.invoke(service, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> service.toString();
        };
    }

    private @Nullable Object handedOver(@Nullable Object result) {
        if (result instanceof CompletionStage<?> stage) {
            return handedOver(stage);
        }
        if (result instanceof Optional<?> some && some.orElse(null) instanceof Slot slot) {
            return Optional.of(of(Slot.class, slot, threads));
        }
        return result;
    }

    /** What is complete already goes on where it is asked for: on the plugin's own thread. */
    private <T> CompletionStage<T> handedOver(CompletionStage<T> stage) {
        if (stage.toCompletableFuture().isDone()) {
            return stage;
        }
        CompletableFuture<T> next = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> threads.resume(() -> {
            if (failure == null) {
                next.complete(value);
            } else {
                next.completeExceptionally(failure);
            }
        }));
        return next;
    }
}
