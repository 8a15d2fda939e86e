package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedUser;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.notifications.delivery.IdempotencyKey;
import app.moddy.notifications.delivery.NotificationRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the backend wants to be delivered once, however often it asks for it. For one thread. */
final class Order {
    private final int number;
    private final SimulatedUser user;
    private final boolean keyed;
    private int sendings;
    private boolean perhapsRecorded;
    private boolean answered;
    private @Nullable Long id;
    private @Nullable String finalOutcome;

    Order(int number, SimulatedUser user, boolean keyed) {
        this.number = number;
        this.user = user;
        this.keyed = keyed;
    }

    SimulatedUser user() {
        return user;
    }

    boolean isKeyed() {
        return keyed;
    }

    /** As it is in the row, so that the row is known by it. */
    String plan() {
        return "o" + number;
    }

    NotificationRequest request(MessageTemplates templates, String body) {
        NotificationRequest request = new NotificationRequest(
                user.id(), templates.notice("subscription_created", plan(), Map.of("amount", 9_900)));
        return keyed ? request.under(new IdempotencyKey("key-" + number, body)) : request;
    }

    int sendings() {
        return sendings;
    }

    void sent() {
        sendings++;
    }

    /** A sending had no answer: nobody knows whether it was recorded. */
    void mayBeRecorded() {
        perhapsRecorded = true;
    }

    boolean isPerhapsRecorded() {
        return perhapsRecorded;
    }

    /** Whether the backend has had an outcome for it. */
    boolean isAnswered() {
        return answered;
    }

    void answered() {
        answered = true;
    }

    @Nullable
    Long id() {
        return id;
    }

    /** It was accepted under this id; false: under another one before. */
    boolean isAccepted(long under) {
        boolean same = id == null || id == under;
        id = under;
        return same;
    }

    @Nullable
    String finalOutcome() {
        return finalOutcome;
    }

    /** Told how it stands; false: that can not be after what was told before. */
    boolean isTold(String outcome) {
        if (finalOutcome != null) {
            return finalOutcome.equals(outcome);
        }
        finalOutcome = outcome.equals("pending") ? null : outcome;
        return true;
    }

    @Override
    public String toString() {
        return plan();
    }
}
