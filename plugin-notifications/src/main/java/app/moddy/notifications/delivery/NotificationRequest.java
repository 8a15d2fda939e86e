package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Notice;
import java.util.Optional;

/**
 * What is asked for: one action for one user.
 *
 * @param recipient who gets it
 * @param notice what it says
 * @param key under which it is accepted once only; empty: each request is a notification of its own
 */
public record NotificationRequest(Snowflake recipient, Notice notice, Optional<IdempotencyKey> key) {
    /** One without a key. */
    public NotificationRequest(Snowflake recipient, Notice notice) {
        this(recipient, notice, Optional.empty());
    }

    /** The same under this key. */
    public NotificationRequest under(IdempotencyKey own) {
        return new NotificationRequest(recipient, notice, Optional.of(own));
    }
}
