package app.moddy.bot.store;

import com.google.inject.AbstractModule;
import com.google.inject.Module;

/** A store in which few works may wait: a replacement for {@code RunningBot}. */
public final class StoreQueue {
    private StoreQueue() {}

    /** Room for this many works that wait to be written. */
    public static Module of(int writes) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(StoreLimits.class)
                        .toInstance(new StoreLimits(
                                StoreLimits.DEFAULT.synchronous(),
                                StoreLimits.DEFAULT.maxPages(),
                                writes,
                                StoreLimits.DEFAULT.waitingReads(),
                                StoreLimits.DEFAULT.logKept()));
            }
        };
    }
}
