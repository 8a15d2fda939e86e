package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a notification, for staff, but what it says.
 *
 * @param standing how it stands
 * @param user whose it is; empty: they were erased
 * @param test whether staff sent it as a test
 * @param key the caller's {@code Idempotency-Key}, if it had one
 * @param inbox whether it is in the user's inbox
 * @param withContent whether what it says is still kept
 * @param retriedAt when staff last had it sent again; null: never
 */
public record Life(
        Standing standing,
        Optional<Snowflake> user,
        boolean test,
        Optional<String> key,
        InboxState inbox,
        boolean withContent,
        @Nullable Instant retriedAt) {}
