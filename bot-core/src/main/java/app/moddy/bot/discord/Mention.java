package app.moddy.bot.discord;

import java.util.function.BooleanSupplier;

/**
 * A user's mention in a channel of a guild; nobody else is pinged.
 *
 * @param user who is mentioned, if they are a member of the guild
 * @param channel where
 * @param text what stands behind it, at most 1,900 characters
 * @param nonce as in {@link DirectMessage}
 * @param mayGoOut asked before every try, from any thread; false: it is not sent
 */
public record Mention(Snowflake user, Snowflake channel, String text, String nonce, BooleanSupplier mayGoOut) {}
