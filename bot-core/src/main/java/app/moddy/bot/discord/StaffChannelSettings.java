package app.moddy.bot.discord;

import org.jspecify.annotations.Nullable;

/**
 * Where staff are told what asks for them. Core only.
 *
 * @param channel a text channel of a guild that the bot is in; null: there is none
 */
public record StaffChannelSettings(@Nullable Snowflake channel) {}
