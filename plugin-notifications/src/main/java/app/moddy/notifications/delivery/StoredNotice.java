package app.moddy.notifications.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A notice as it lies in the store.
 *
 * @param metadata JSON; null when it was erased
 * @param language a Discord locale; null: no wish
 */
record StoredNotice(
        String action,
        @Nullable String plan,
        @Nullable String metadata,
        @Nullable String language,
        boolean test) {}
