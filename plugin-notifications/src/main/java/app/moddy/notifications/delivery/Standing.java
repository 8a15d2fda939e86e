package app.moddy.notifications.delivery;

import app.moddy.bot.message.MetadataWarning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a notification stands; names no user and nothing of its content.
 *
 * @param id the notification's id, also its ref and its nonce
 * @param action what it is about
 * @param outcome what became of it
 * @param code why, as of the last attempt: Discord's error code or a few words; empty when there is nothing to say
 * @param retryable whether the caller may post it again, with a new key, without risking a second message
 * @param inbox whether it is or was in the user's inbox
 * @param warnings what of the metadata could not be read
 * @param attempts how many attempts were begun
 * @param acceptedAt when it was recorded
 * @param finishedAt when its outcome was recorded; null while pending
 * @param nextAttemptAt when it is tried next; null when finished, or under way
 */
public record Standing(
        long id,
        String action,
        Outcome outcome,
        String code,
        boolean retryable,
        boolean inbox,
        List<MetadataWarning> warnings,
        int attempts,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant nextAttemptAt) {}
