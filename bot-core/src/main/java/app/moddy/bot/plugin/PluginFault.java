package app.moddy.bot.plugin;

/** A plugin cannot run, for a reason that its author or the operator can mend; the message says all of it. */
final class PluginFault extends RuntimeException {
    PluginFault(String reason) {
        super(reason);
    }
}
