package app.moddy.bot.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration can not be used. The message has every fault that was found, one a line. */
public final class ConfigException extends Exception {
    private final List<ConfigFault> faults;
    private final String source;

    /** @param source what the configuration as a whole is called */
    ConfigException(List<ConfigFault> faults, String source) {
        super(faults.stream().map(ConfigFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        this.source = source;
    }

    /** The message for where it is not said already which file this is about: each line says where to mend it. */
    public String withSource() {
        return faults.stream().map(fault -> fault.in(source)).collect(Collectors.joining("\n"));
    }

    /** What is wrong: at least one fault, in the file's order, at most one for each path. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
