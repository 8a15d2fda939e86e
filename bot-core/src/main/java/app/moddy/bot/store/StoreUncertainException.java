package app.moddy.bot.store;

import org.jspecify.annotations.Nullable;

/**
 * The store was lost while it committed, and could not be asked about it in time: all of the work was done, or nothing. Only on
 * PostgreSQL. Who does it again must be right in either case.
 */
public final class StoreUncertainException extends StoreUnavailableException {
    /**
     * For the store, and for fakes of it.
     *
     * @param reason for the log; no values
     */
    public StoreUncertainException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
