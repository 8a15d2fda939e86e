package app.moddy.notifications.action;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A subscription has begun.
 *
 * @param subscriptionType how often it is paid: monthly, yearly, month, year, or any other word
 * @param amount the price in the currency's smallest units; negative is a credit
 * @param currency ISO 4217, any case
 */
record SubscriptionCreated(
        @Nullable String subscriptionType,
        @Nullable Long amount,

        @Pattern(regexp = "[A-Za-z]{3}", message = "must be an ISO 4217 code such as eur") @Nullable
        String currency) {}
