package app.moddy.bot.discord;

import java.time.Duration;

/**
 * What is known of one message on its way: several tries may reach Discord (JDA and OkHttp repeat some failures by
 * themselves, with the same body and nonce), and only the sum of them says whether it may have arrived. Thread-safe.
 */
final class SendAttempt {
    private static final Duration UNTOLD = Duration.ofSeconds(5);

    private boolean onWire;
    private boolean doubtful;
    private boolean taken;
    private boolean abandoned;
    private String reason = "";
    private Duration retryAfter = UNTOLD;

    /** A try is about to be written to a connection; false: it must not be. */
    synchronized boolean goesOut() {
        onWire = !abandoned;
        return onWire;
    }

    /** Whether tries may still be made. */
    synchronized boolean isOpen() {
        return !abandoned;
    }

    /** Discord has answered the try. */
    synchronized void answered(Verdict verdict, String description) {
        onWire = false;
        reason = description;
        switch (verdict.kind()) {
            case DELIVERED -> taken = true;
            case UNKNOWN -> doubtful = true;
            case NOT_NOW -> retryAfter = verdict.retryAfter();
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, CHANNEL_GONE -> {} // JDA completes the call with it
        }
    }

    /** The connection broke after the try went out. */
    synchronized void broke(String description) {
        onWire = false;
        doubtful = true;
        reason = description;
    }

    /** Nothing of it is sent from now on; the result is what is known by then. */
    synchronized Delivery abandon(String why) {
        abandoned = true;
        if (taken) { // the answer's head said so, and its body broke off
            return Delivery.of(DeliveryOutcome.DELIVERED, "");
        }
        if (doubtful || onWire) {
            return Delivery.of(DeliveryOutcome.UNCERTAIN, onWire ? why : reason);
        }
        return Delivery.notNow(reason.isEmpty() ? why : reason, retryAfter);
    }
}
