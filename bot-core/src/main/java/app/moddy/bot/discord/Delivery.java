package app.moddy.bot.discord;

import java.time.Duration;

/**
 * The result of one attempt to send a message.
 *
 * @param outcome what became of it
 * @param code why, for a log line and for staff: Discord's error code, an HTTP status, or a few words; never content
 * @param retryAfter when another attempt makes sense; zero unless the outcome is {@link DeliveryOutcome#NOT_NOW}
 */
public record Delivery(DeliveryOutcome outcome, String code, Duration retryAfter) {
    public Delivery {
        if (retryAfter.isNegative() || (outcome != DeliveryOutcome.NOT_NOW && !retryAfter.isZero())) {
            throw new IllegalArgumentException("only NOT_NOW has a retryAfter, and never a negative one");
        }
    }

    static Delivery of(DeliveryOutcome outcome, String code) {
        return new Delivery(outcome, code, Duration.ZERO);
    }

    static Delivery notNow(String code, Duration retryAfter) {
        return new Delivery(DeliveryOutcome.NOT_NOW, code, retryAfter);
    }
}
