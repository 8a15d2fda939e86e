package app.moddy.bot.plugin;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step at the end of plugins' lives, side by side: each has its whole limit, and several that hang take together no longer
 * than one. They do not see each other, so there is no order to keep.
 */
final class PluginEnd {
    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

    interface Step {
        void on(BotPlugin plugin) throws Exception;
    }

    private PluginEnd() {}

    /**
     * Returns when all have done it, or their time is over.
     *
     * @param what they are to be by then, for instance "stopped"
     */
    static void of(List<RunningPlugin> plugins, String what, Duration limit, Step step) {
        List<Thread> ends = plugins.stream()
                .map(plugin -> begun(plugin, () -> end(plugin, what, limit, step)))
                .toList();
        try {
            for (Thread end : ends) {
                end.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever ends the program wants no more of this
        }
    }

    private static Thread begun(RunningPlugin plugin, Runnable end) {
        Thread thread = new Thread(end, "end-" + plugin.name());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void end(RunningPlugin plugin, String what, Duration limit, Step step) {
        BotPlugin own = plugin.named().plugin();
        try {
            plugin.named().step().within(limit, what, () -> done(step, own), LifeStep.Undo.NONE);
        } catch (HangFault e) {
            log.error("Plugin {} {}", plugin.name(), e.getMessage());
        } catch (Throwable e) {
            log.error("Plugin {} failed when it was to be {}", plugin.name(), what, e);
        }
    }

    private static BotPlugin done(Step step, BotPlugin plugin) throws Exception {
        step.on(plugin);
        return plugin;
    }
}
