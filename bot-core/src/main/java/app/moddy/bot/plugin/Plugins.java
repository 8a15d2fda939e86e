package app.moddy.bot.plugin;

import java.util.List;

/** The plugins that were found, ill ones too. Thread-safe. */
public interface Plugins {
    /** All of them by name. */
    List<PluginStatus> all();

    /** What the plugin of this name brings; nothing when it does not run. */
    PluginParts parts(String plugin);
}
