package app.moddy.bot.store;

import org.jspecify.annotations.Nullable;

/** The store can not be used at all; the message tells the operator what to mend. Core only. */
public final class StoreFaultException extends Exception {
    private final boolean passing;

    StoreFaultException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    /**
     * A fault of the database server's, or not.
     *
     * @param passing for {@link #passes}
     */
    StoreFaultException(String message, @Nullable Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether it may be over by itself soon, so that the same start may succeed then. */
    public boolean passes() {
        return passing;
    }
}
