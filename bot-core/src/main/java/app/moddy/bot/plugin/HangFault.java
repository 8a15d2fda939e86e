package app.moddy.bot.plugin;

/** A plugin has taken longer than it may; its thread goes on. */
final class HangFault extends PluginFault {
    HangFault(String reason) {
        super(reason);
    }
}
