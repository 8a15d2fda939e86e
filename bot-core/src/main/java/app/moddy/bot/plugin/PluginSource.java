package app.moddy.bot.plugin;

import java.util.Iterator;
import java.util.List;

/** Somewhere plugins come from: the class path, or a jar. */
interface PluginSource {
    /** The jar's file name; empty for the class path. */
    String jar();

    /**
     * The plugins that are there, each made when it is asked for: both methods of the iterator may throw anything.
     *
     * @throws PluginFault when nothing can come from there
     */
    Iterator<BotPlugin> plugins();

    /** Where their own code is, as far as that is known before they are made. */
    OwnPackages packages();

    /** What the code of one of them lacks, in sentences that go on behind its name. */
    List<String> lacks(BotPlugin plugin);
}
