package app.moddy.bot;

import org.jspecify.annotations.Nullable;

/** The bot cannot start; the message tells the operator what to mend. */
public final class StartException extends Exception {
    /** What is at fault. */
    public enum Kind {
        /** The configuration, e.g. a port that is taken. */
        CONFIGURATION,
        /** A plugin that is required. */
        PLUGIN,
        /** A database server that does not answer, or is kept by another instance: the same start may succeed later. */
        DATABASE
    }

    private final Kind kind;

    StartException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is at fault. */
    public Kind kind() {
        return kind;
    }
}
