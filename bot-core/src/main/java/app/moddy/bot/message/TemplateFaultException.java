package app.moddy.bot.message;

import java.util.List;
import java.util.stream.Collectors;

/** A plugin's template files can not be used. */
public final class TemplateFaultException extends Exception {
    // An exception is Serializable; the faults are for whoever catches it here.
    private final transient List<TemplateFault> faults;

    TemplateFaultException(String plugin, List<TemplateFault> faults) {
        super("templates of plugin '%s':%n%s".formatted(plugin, inLines(faults)));
        this.faults = List.copyOf(faults);
    }

    private static String inLines(List<TemplateFault> faults) {
        return faults.stream().map(TemplateFault::toString).collect(Collectors.joining(System.lineSeparator()));
    }

    /** All faults, each {@code file:line: key: what is wrong and how to mend it}. */
    public List<String> faults() {
        return faults.stream().map(TemplateFault::toString).toList();
    }
}
