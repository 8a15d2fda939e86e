package app.moddy.bot.store;

import app.moddy.bot.instance.OwnThread;
import app.moddy.bot.testing.PortGate;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the store, and holds up or fails what comes while a test wishes it: a replacement for {@code RunningBot}. Not
 * what tells other instances that this one lives, and asks whose the gateway is: without that it is silent altogether.
 */
public final class StoreGate extends AbstractModule implements PortGate {
    private CompletableFuture<Boolean> open = CompletableFuture.completedFuture(true);
    private @Nullable RuntimeException failure;

    @Override
    public synchronized void hold() {
        open = new CompletableFuture<>();
    }

    @Override
    public void release() {
        CompletableFuture<Boolean> held;
        synchronized (this) {
            failure = null;
            held = open;
        }
        held.complete(true);
    }

    @Override
    public synchronized void failWith(RuntimeException reason) {
        failure = reason;
    }

    private synchronized <T> CompletionStage<T> pass(Supplier<CompletionStage<T>> work) {
        return failure == null ? open.thenCompose(opened -> work.get()) : CompletableFuture.failedStage(failure);
    }

    @Provides
    @Singleton
    StoreSource source(Database database) {
        return completions -> {
            Store behind = database.source().on(completions);
            return completions instanceof OwnThread ? behind : gated(behind);
        };
    }

    private Store gated(Store behind) {
        return new Store() {
            @Override
            public <T> CompletionStage<T> write(Work<T> work) {
                return pass(() -> behind.write(work));
            }

            @Override
            public <T> CompletionStage<T> read(Work<T> work) {
                return pass(() -> behind.read(work));
            }
        };
    }
}
