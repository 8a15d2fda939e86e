package app.moddy.bot.message;

import java.util.List;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Collects the faults of one file, so that all of them are reported at once. Not thread-safe. */
final class TemplateFaults {
    private final DiscordLocale language;
    private final String file;
    private final boolean isOperators;
    private final List<TemplateFault> all;

    private TemplateFaults(DiscordLocale language, String file, boolean isOperators, List<TemplateFault> all) {
        this.language = language;
        this.file = file;
        this.isOperators = isOperators;
        this.all = all;
    }

    static TemplateFaults ofPlugin(DiscordLocale language, String file, List<TemplateFault> all) {
        return new TemplateFaults(language, file, false, all);
    }

    static TemplateFaults ofOperator(DiscordLocale language, String file, List<TemplateFault> all) {
        return new TemplateFaults(language, file, true, all);
    }

    /** Whether the file is the operator's, in which null removes what a plugin says. */
    boolean isOperators() {
        return isOperators;
    }

    void add(int line, String key, String message) {
        TemplateFault fault = new TemplateFault(language, file, line, key, message);
        if (!all.contains(fault)) { // one section can be read for several plugins
            all.add(fault);
        }
    }
}
