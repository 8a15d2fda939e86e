package app.moddy.notifications.delivery;

import org.jspecify.annotations.Nullable;

/** Whether a notification is in its user's inbox. A closed set: switch over it without {@code default}. */
public enum InboxState {
    /** It never came there, or was taken back. */
    NONE,
    /** It waits there. */
    WAITING,
    /** The user has seen it there. */
    READ;

    static InboxState of(@Nullable String stored) {
        if (stored == null) {
            return NONE;
        }
        return stored.equals("waiting") ? WAITING : READ;
    }
}
