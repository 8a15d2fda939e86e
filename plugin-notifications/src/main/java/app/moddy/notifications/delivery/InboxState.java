package app.moddy.notifications.delivery;

import org.jspecify.annotations.Nullable;

/** Whether a notification is in its user's inbox. A closed set: switch over it without {@code default}. */
public enum InboxState {
    /** It never came there, or was delivered since. */
    NONE,
    /** It waits there. */
    WAITING,
    /** It is sent again, and comes back unless it is delivered. */
    TAKEN_BACK,
    /** The same, and its user was mentioned in the fallback channel: once is enough. */
    TAKEN_BACK_MENTIONED,
    /** The user has seen it there. */
    READ;

    static InboxState of(@Nullable String stored) {
        if (stored == null) {
            return NONE;
        }
        return switch (stored) {
            case "waiting" -> WAITING;
            case "retried" -> TAKEN_BACK;
            case "mentioned" -> TAKEN_BACK_MENTIONED;
            case "read" -> READ;
            default -> throw new IllegalStateException("the store has an inbox state that it was never given");
        };
    }

    /** Whether the user can find it there, or has. */
    boolean isThere() {
        return this == WAITING || this == READ;
    }
}
