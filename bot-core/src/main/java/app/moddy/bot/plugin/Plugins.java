package app.moddy.bot.plugin;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The plugins that were found, ill ones too. Thread-safe. */
public interface Plugins {
    /** All of them by name. */
    List<PluginStatus> all();

    /** What the plugin of this name brings; nothing when it does not run. */
    PluginParts parts(String plugin);

    /** What the running plugins have to say of how they are; asked now, for at most a second. Never fails. */
    CompletionStage<List<PluginDetail>> details();
}
