package app.moddy.bot.plugin;

/**
 * One plugin and how it is.
 *
 * @param name its name, or its class's where it has none
 * @param state how it is
 * @param reason why it does not run; empty when it runs
 * @param required whether the bot refuses to be without it
 */
public record PluginStatus(String name, PluginState state, String reason, boolean required) {}
