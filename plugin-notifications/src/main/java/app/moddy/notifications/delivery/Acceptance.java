package app.moddy.notifications.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a request at the store. */
sealed interface Acceptance {
    /**
     * A new notification.
     *
     * @param attempt its first, begun; null: it waits
     * @param heldUntil when the user's earlier notification no longer holds it back; null: none does
     */
    record Recorded(
            Standing standing,
            @Nullable Attempt attempt,
            @Nullable Instant heldUntil) implements Acceptance {}

    /** The key was used for the same request before. */
    record Replayed(Standing standing) implements Acceptance {}

    /** The key was used for another request before. */
    record KeyReused() implements Acceptance {}
}
