package app.moddy.bot.store;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The usual store, and how much it has been given to write: a replacement for {@code RunningBot}. Thread-safe. */
public final class CountedWrites extends AbstractModule {
    private final AtomicInteger count = new AtomicInteger();

    /** How many works have been handed over, whether or not they were written. */
    public int count() {
        return count.get();
    }

    @Provides
    @Singleton
    StoreSource source(Database database) {
        return completions -> counted(database.source().on(completions));
    }

    private Store counted(Store store) {
        return new Store() {
            @Override
            public <T> CompletionStage<T> write(Work<T> work) {
                CompletionStage<T> written = store.write(work);
                count.incrementAndGet();
                return written;
            }

            @Override
            public <T> CompletionStage<T> read(Work<T> work) {
                return store.read(work);
            }
        };
    }
}
