package app.moddy.notifications.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as it lies in the store.
 *
 * @param number counts from 1
 * @param startedAt when it began
 * @param endedAt when it ended; null: under way, or cut off by the end of the bot
 * @param result of it, in lower case: {@link app.moddy.bot.discord.DeliveryOutcome}s, {@code search_…} for a look-up, {@code
 *     waiting} for one whose action nobody brings, {@code failed} when the bot itself did; empty while it has not ended
 * @param code why: Discord's error code or a few words; empty when there is nothing to say
 */
public record PastAttempt(
        int number, Instant startedAt, @Nullable Instant endedAt, String result, String code) {}
