package app.moddy.notifications.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a subscription has changed.
 *
 * @param message what, in words for the user
 * @param changes what, as names such as {@code payment_method}
 */
record SubscriptionUpdated(
        @Nullable String message, @Nullable List<String> changes) {}
