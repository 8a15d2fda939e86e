package app.moddy.bot.plugin;

/** A plugin that was started, with what it brought. */
record RunningPlugin(String name, BotPlugin plugin, Contributions contributions) {}
