package app.moddy.notifications.action;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user has changed to a lesser plan.
 *
 * @param oldPlan the plan until then
 * @param newPlan the plan from then on; if it is missing, the notification's own
 * @param downgradeDate from when on
 * @param proratedAmount what the change costs now, in the currency's smallest units; negative is a credit
 * @param currency ISO 4217, any case
 */
record PlanDowngraded(
        @Nullable String oldPlan,
        @Nullable String newPlan,
        @Nullable Instant downgradeDate,
        @Nullable Long proratedAmount,

        @Pattern(regexp = "[A-Za-z]{3}", message = "must be an ISO 4217 code such as eur") @Nullable
        String currency) {}
