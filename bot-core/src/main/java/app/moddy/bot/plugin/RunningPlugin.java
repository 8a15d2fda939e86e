package app.moddy.bot.plugin;

/**
 * A plugin that was started, with what it brought.
 *
 * @param threads on which what it brought runs
 */
record RunningPlugin(PluginLoader.Named named, Contributions contributions, PluginThreads threads) {
    String name() {
        return named.name();
    }
}
