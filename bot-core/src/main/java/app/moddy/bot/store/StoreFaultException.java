package app.moddy.bot.store;

import org.jspecify.annotations.Nullable;

/** The store can not be used at all; the message tells the operator what to mend. Core only. */
public final class StoreFaultException extends Exception {
    StoreFaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
