package app.moddy.bot.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration can not be used. The message has every fault that was found, one a line. */
public final class ConfigException extends Exception {
    private final List<ConfigFault> faults;

    ConfigException(List<ConfigFault> faults) {
        super(faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong: at least one fault, in the file's order, at most one for each path. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
