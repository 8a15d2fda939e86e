package app.moddy.notifications.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription has been cancelled.
 *
 * @param message why, in words for the user
 * @param cancelAtPeriodEnd whether the user keeps access until the end of the paid period
 * @param currentPeriodEnd the end of the paid period
 * @param oldPlan the plan that is cancelled; the notification's own plan is what remains
 */
record SubscriptionCancelled(
        @Nullable String message,
        @Nullable Boolean cancelAtPeriodEnd,
        @Nullable Instant currentPeriodEnd,
        @Nullable String oldPlan) {}
