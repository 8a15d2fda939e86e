package app.moddy.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * How a bot may answer an interaction first.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/receiving-and-responding">Receiving and responding</a>
 */
public enum CallbackType {
    MESSAGE(4),
    DEFERRED_MESSAGE(5),
    DEFERRED_UPDATE(6),
    UPDATE_MESSAGE(7),
    AUTOCOMPLETE_RESULT(8),
    MODAL(9);

    private final int number;

    CallbackType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Returns the type with this number, or null. */
    public static @Nullable CallbackType of(int number) {
        for (CallbackType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        return null;
    }

    /** Whether content follows later. */
    public boolean isDeferral() {
        return this == DEFERRED_MESSAGE || this == DEFERRED_UPDATE;
    }
}
