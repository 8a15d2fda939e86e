package app.moddy.bot.message;

import java.util.Collection;
import java.util.List;

/** The operator's own texts, in the folder that the configuration names. Core only. Thread-safe. */
public interface OperatorTemplates {
    /**
     * Reads the folder, and from now on again whenever a file in it changes. Call it once, when all plugins are registered.
     *
     * @param absent the plugins that do not run: what no other plugin has may be for them, and is then no fault
     */
    void begin(Collection<String> absent);

    /** The same once, for a look at what is wrong: nothing is read later. */
    Reload readOnce(Collection<String> absent);

    /** Reads the folder now. A faulty file is not used: its last good version is, or else what the plugins say. */
    Reload reload();

    /** Runs after each reading by which commands are called or described in other words than before. */
    void whenCommandsChange(Runnable task);

    /**
     * What a reading came to.
     *
     * @param changed the files that are new, changed or gone since the reading before, and were taken over
     * @param faults what keeps files from being used, all there are
     */
    record Reload(List<String> changed, List<TemplateFault> faults) {
        /** Takes copies. */
        public Reload {
            changed = List.copyOf(changed);
            faults = List.copyOf(faults);
        }
    }
}
