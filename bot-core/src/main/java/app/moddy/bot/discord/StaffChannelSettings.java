package app.moddy.bot.discord;

import org.jspecify.annotations.Nullable;

/**
 * The channels of staff: text channels of guilds that the bot is in. Core only.
 *
 * @param channel where staff are told what asks for them; null: nowhere
 * @param auditChannel where is told what staff have done; null: nowhere
 */
public record StaffChannelSettings(
        @Nullable Snowflake channel, @Nullable Snowflake auditChannel) {}
