package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * One use of a command by somebody: from its call to the last button pressed below its reply.
 *
 * @param language in which they are answered
 * @param charge the cooldowns that it has begun
 * @param latest what they did last: the call, or the press of a button
 */
record Use(Usable usable, DiscordLocale language, Cooldowns.Charge charge, Interaction latest) {
    Snowflake caller() {
        return new Snowflake(latest.getUser().getIdLong());
    }

    Use continuedBy(Interaction press) {
        return new Use(usable, language, charge, press);
    }
}
