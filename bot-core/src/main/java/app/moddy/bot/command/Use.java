package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * One use of a command by somebody: from its call to the last button pressed below its reply.
 *
 * @param language in which they are answered
 * @param charge the cooldowns that it has begun
 */
record Use(Usable usable, DiscordLocale language, Cooldowns.Charge charge, Snowflake caller) {
    /** The same, answered in the language in which the caller uses it now. */
    Use continuedIn(DiscordLocale now) {
        return new Use(usable, now, charge, caller);
    }
}
