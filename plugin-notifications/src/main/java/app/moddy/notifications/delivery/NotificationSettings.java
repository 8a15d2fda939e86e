package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code plugins.notifications} of the configuration. What is null gets its default.
 *
 * @param giveUpAfter for so long a notification is tried; {@code 72h}
 * @param keepMetadata for so long after its end the metadata of one that staff may send again is kept; {@code 30d}
 * @param keep for so long after its end a notification is kept at all, and its key refuses a repetition; {@code 90d}
 * @param fallbackChannelId where users with closed DMs are mentioned; null: nowhere
 */
public record NotificationSettings(
        Duration giveUpAfter,
        Duration keepMetadata,
        Duration keep,
        @Nullable Snowflake fallbackChannelId) {

    /** Fills in the defaults. */
    public NotificationSettings(
            @Nullable Duration giveUpAfter,
            @Nullable Duration keepMetadata,
            @Nullable Duration keep,
            @Nullable Snowflake fallbackChannelId) {
        this.giveUpAfter = giveUpAfter == null ? Duration.ofDays(3) : giveUpAfter;
        this.keepMetadata = keepMetadata == null ? Duration.ofDays(30) : keepMetadata;
        this.keep = keep == null ? Duration.ofDays(90) : keep;
        this.fallbackChannelId = fallbackChannelId;
        if (this.keepMetadata.compareTo(this.keep) > 0) {
            throw new IllegalArgumentException("keep_metadata must not be longer than keep");
        }
    }

    /** The settings of a bot that configures none. */
    public static NotificationSettings defaults() {
        return new NotificationSettings(null, null, null, null);
    }

    Optional<Snowflake> fallback() {
        return Optional.ofNullable(fallbackChannelId);
    }
}
