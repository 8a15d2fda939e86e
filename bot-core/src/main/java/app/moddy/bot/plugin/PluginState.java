package app.moddy.bot.plugin;

/** How a plugin is. A closed set: switch over it without {@code default}. */
public enum PluginState {
    /** It runs. */
    RUNNING,
    /** It could not be loaded, wired or started. */
    FAILED,
    /** It is switched off in the configuration. */
    DISABLED
}
