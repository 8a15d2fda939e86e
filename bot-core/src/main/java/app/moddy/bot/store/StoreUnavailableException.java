package app.moddy.bot.store;

import org.jspecify.annotations.Nullable;

/**
 * The store can not do it now, and nothing of it was done, unless it is a {@link StoreUncertainException}: the disk is full, the
 * file broken, too much waits, we stop.
 */
public sealed class StoreUnavailableException extends RuntimeException permits StoreUncertainException {
    /**
     * For the store, and for fakes of it.
     *
     * @param reason for the log; no values
     */
    public StoreUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
