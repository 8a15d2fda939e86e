package app.moddy.bot.plugin;

/**
 * What this program is.
 *
 * @param version the project's version
 */
public record BotInfo(String version) {}
