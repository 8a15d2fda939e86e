package app.moddy.bot.store;

import java.util.concurrent.CompletionStage;

/** How the store is. Thread-safe. */
public interface StoreStatus {
    /**
     * Whether it accepts writes now: really writes, at most once in a few seconds.
     *
     * @return an empty text, or why not; never fails
     */
    CompletionStage<String> fault();
}
