package app.moddy.bot.message;

import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * What the user will see.
 *
 * @param embed within Discord's limits, without mentions
 * @param language the language that the embed is in, all of it
 */
public record RenderedNotice(MessageEmbed embed, DiscordLocale language) {}
