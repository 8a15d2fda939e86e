package app.moddy.bot.plugin;

import java.util.Iterator;

/** Plugins that were there when the program started. */
record ClassPath(Iterable<BotPlugin> all) implements PluginSource {
    @Override
    public String jar() {
        return "";
    }

    @Override
    public Iterator<BotPlugin> plugins() {
        return all.iterator();
    }
}
